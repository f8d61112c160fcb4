import type { WordList } from '../lexicon.ts';
import { listed, phrases } from './phrases.ts';

/** The two ends of a parcel as English scans name them, each with and without its article. */
const RECIPIENTS = named('recipient, customer, consignee, addressee, receiver, buyer');
const SENDERS = named('sender, shipper, seller, merchant, consignor, vendor');

function named(names: string): string[] {
  return listed(names).flatMap((name) => [name, `the ${name}`]);
}

const withTheirs = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}'s`]);
/** Told to somebody: nothing has happened to the parcel. */
const TOLD =
  '* will be notified, * has been notified, * was notified, * contacted, * has been contacted, * informed, * has been informed';

/**
 * What people at the two ends do, whatever they are called: with "picked up by the consignee" the parcel has come to its end,
 * with "picked up" alone it has only begun.
 */
export const PEOPLE: WordList = {
  'COLLECTED+RECIPIENT': phrases(
    `picked up by *, pick up by *, collected by *, retrieved by *, fetched by *, released to *, * picked up, * has picked up,
     * has picked, * collected, * has collected`,
    RECIPIENTS,
  ),
  'DELIVERED+RECIPIENT': phrases(
    'handed over to *, handed to *, given to *, received by *, * has received',
    RECIPIENTS,
  ),
  COLLECT: phrases(
    `awaiting * collection, awaiting * pickup, awaiting * pick up, waiting for * to collect, waiting for * to pick up,
     to be collected by *, to be picked up by *, ready for * pickup, ready for * pick up, ready for * collection, be picked up by *,
     be collected by *, awaiting collection by *, awaiting pickup by *, awaiting pick up by *, waiting for pickup by *,
     waiting for pick up by *, waiting for collection by *, pending pickup by *, pending pick up by *, pending collection by *,
     for pickup by *, for pick up by *, for collection by *, for release to *, to be released to *`,
    RECIPIENTS,
  ),
  BADADDRESS: phrases(
    '* unknown, unknown *, * not located, * not found, * could not be found, * cannot be found, * name is incorrect, * name incorrect',
    RECIPIENTS,
  ),
  UNREACHABLE: phrases(
    `* not contactable, * not reachable, * not responding, * not answering, * not contacted, * not reached, * unreachable,
     * could not be reached, * unable to be reached, unable to reach *, unable to contact *, could not reach *`,
    RECIPIENTS,
  ),
  DEST: phrases('region of *, city of *', RECIPIENTS),
  'RETURN+RETURNED': phrases(
    'delivered to *, delivered to original *, returned to *, delivered back to *, to original *, handed back to *, given back to *',
    SENDERS,
  ),
  PICKED: phrases(
    `* has shipped, * shipped, * has shipped out, * shipped out, collected from *, picked up from *, collected at *, picked up at *,
     handed over by *, delivered by *, given by *, shipped by *, shipped out by *, handed in by *`,
    SENDERS,
  ),
  'BY+RECIPIENT+BYRECIPIENT': phrases('by *', RECIPIENTS),
  'RECEIVE+SENDER': phrases('received from *', SENDERS),
  'ORIGIN+HUB': phrases('* facility, * hub, * depot, * warehouse, * terminal', withTheirs(SENDERS)),
  ORIGIN: phrases('* city', withTheirs(SENDERS)),
  'ORDER+CREATED': phrases(
    '* despatching, * dispatching, * is preparing, awaiting collection from *, waiting for * to drop off, waiting for * to hand over, waiting for * to ship, waiting for * to send, waiting for * to dispatch',
    SENDERS,
  ),
  IGNORE: phrases(
    'contact *, will be returned to * if, be returned to * after, be returned to * if',
    SENDERS,
  ),
  'NOTICE+RECIPIENT': phrases(TOLD, RECIPIENTS),
  NOTICE: phrases(TOLD, SENDERS),
};
