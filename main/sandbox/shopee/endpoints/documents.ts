import { isArranged, numberOfParcel, packageStatusOf } from '../../simulate/state.ts';
import { smallPdf, smallZip } from '../files.ts';
import { type Call, type Endpoint, objectsIn, post, textIn, textOfField } from '../call.ts';
import { file, type Json, refuse, type Reply, wrapped } from '../reply.ts';
import { type Found, parcelIn } from './tracking.ts';

interface Asked {
  readonly sn: string;
  readonly number: string;
  readonly found: Found;
}

const askedFor = (call: Call): Asked[] =>
  objectsIn(call, 'order_list', 50).map((entry) => {
    const sn = textOfField(entry, 'order_sn');
    const number = textOfField(entry, 'package_number');
    return { sn, number, found: parcelIn(call, sn, number) };
  });

/** One result a parcel; failures by parcel, all failed is an error of its own. */
function results(
  asked: readonly Asked[],
  each: (found: Exclude<Found, { reply: Reply }>) => { [key: string]: Json | undefined },
): Reply {
  const list = asked.map(({ sn, number, found }) => {
    const names = { order_sn: sn, ...(number === '' ? {} : { package_number: number }) };
    if ('reply' in found) {
      return {
        ...names,
        fail_error: 'logistics.order_not_exist',
        fail_message: `The order_sn ${sn} is not exist.`,
      };
    }
    return { ...names, ...each(found) };
  });
  const failed = list.filter((entry) => 'fail_error' in entry);
  const warning = failed.map(({ order_sn }) => ({ order_sn }));
  if (failed.length === list.length) {
    const text = 'Failed, please check result_list for more details.';
    return refuse('common.batch_api_all_failed', text, { response: { result_list: list } });
  }
  return wrapped({ result_list: list }, { warning: warning.length > 0 ? warning : null });
}

/** Labels exist from the tracking number to the pick-up. */
const printable = (call: Call, { parcel }: Exclude<Found, { reply: Reply }>): boolean =>
  numberOfParcel(parcel, call.now) !== '' &&
  packageStatusOf(parcel, call.now) === 'LOGISTICS_REQUEST_CREATED';
const notPrintable = {
  fail_error: 'logistics.package_can_not_print',
  fail_message: 'The package can not print now.',
} as const;

const parameter = (call: Call): Reply =>
  results(askedFor(call), ({ parcel }) =>
    isArranged(parcel, call.now)
      ? {
          package_number: parcel.number,
          suggest_shipping_document_type: 'THERMAL_AIR_WAYBILL',
          selectable_shipping_document_type: ['NORMAL_AIR_WAYBILL', 'THERMAL_AIR_WAYBILL'],
        }
      : notPrintable,
  );

const create = (call: Call): Reply =>
  results(askedFor(call), (found) => {
    if (!printable(call, found)) return notPrintable;
    call.desk.documents.add(found.parcel.number);
    return {};
  });

const result = (call: Call): Reply =>
  results(askedFor(call), ({ parcel }) =>
    call.desk.documents.has(parcel.number)
      ? { package_number: parcel.number, status: 'READY' }
      : {
          fail_error: 'logistics.shipping_document_should_print_first',
          fail_message: 'The package can not print now, please create shipping document first.',
        },
  );

function download(call: Call): Reply {
  const asked = askedFor(call);
  const parcels = asked.flatMap(({ found }) => ('reply' in found ? [] : [found]));
  const missing = asked.filter(
    ({ found }) => 'reply' in found || !call.desk.documents.has(found.parcel.number),
  );
  if (missing.length > 0) {
    const names = missing.map(({ sn }) => sn).join(',');
    const text = `The package can not print now, please create shipping document first.Detail: these orders: ${names} should print`;
    return refuse('logistics.shipping_document_should_print_first', text);
  }
  const lines = parcels.map(
    ({ order, parcel }) => `${order.sn} ${parcel.number} ${parcel.trackingNumber ?? ''}`,
  );
  const type = textIn(call, 'shipping_document_type');
  if (call.shop.market === 'TW' && type === 'NORMAL_AIR_WAYBILL') {
    const html = `<!doctype html><meta charset="utf-8"><title>C2C</title><pre>${lines.join('\n')}</pre>`;
    return file('text/html; charset=utf-8', 'awb.html', Buffer.from(html));
  }
  if (type === 'THERMAL_AIR_WAYBILL' && lines.length > 1) {
    return file('application/zip', 'awb.zip', smallZip('awb.pdf', smallPdf(lines)));
  }
  return file('application/pdf', 'awb.pdf', smallPdf(lines));
}

/** Waybills: parameter, create, result, download (PDF, ZIP of several thermal ones, HTML for Taiwan's shops). */
export const documentEndpoints: readonly Endpoint[] = [
  post('logistics/get_shipping_document_parameter', parameter),
  post('logistics/create_shipping_document', create),
  post('logistics/get_shipping_document_result', result),
  post('logistics/download_shipping_document', download),
];
