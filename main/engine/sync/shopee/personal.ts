/** Fields that name or describe a person, in any answer (reference, sections 2.2, 5.2, 5.3). */
const PERSONAL: ReadonlySet<string> = new Set([
  'recipient_address',
  'buyer_user_id',
  'buyer_username',
  'buyer_cpf_id',
  'dropshipper',
  'dropshipper_phone',
  'message_to_seller',
  'note',
  'invoice_data',
  'payment_info',
  'pharmacist_name',
  'prescription_images',
  'buyer_proof_of_collection',
  'driver_info',
  'virtual_contact_number',
  'user',
  'text_reason',
  'dispute_text_reason',
  'image',
  'buyer_videos',
  'media',
  'collection_pin_code',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parts an answer in two: as it came but without what names a person, and what names a person under the path at which
 * it stood (`order_list.0.buyer_username`). Empty fields are left where they are. Together they are the answer.
 */
export function partPersonal(answer: unknown): { plain: unknown; personal: Record<string, unknown> } {
  const personal: Record<string, unknown> = {};
  const walk = (value: unknown, path: string): unknown => {
    if (Array.isArray(value))
      return value.map((each, at) => walk(each, path === '' ? String(at) : `${path}.${at}`));
    if (!isObject(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      const here = path === '' ? name : `${path}.${name}`;
      const empty = each === null || each === '' || (Array.isArray(each) && each.length === 0);
      if (PERSONAL.has(name) && !empty) personal[here] = each;
      else kept[name] = walk(each, here);
    }
    return kept;
  };
  return { plain: walk(answer, ''), personal };
}
