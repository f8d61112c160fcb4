import { DAY } from '#shared/time.ts';
import type { OrderPlan, ReviewPlan } from '../../simulate/types.ts';
import {
  type Call,
  cursorPage,
  type Endpoint,
  get,
  objectsIn,
  post,
  textIn,
  textOfField,
  wholeIn,
} from '../call.ts';
import { GATE } from '../errors.ts';
import { type Json, refuse, type Reply, seconds, wrapped } from '../reply.ts';

interface Seen {
  readonly order: OrderPlan;
  readonly review: ReviewPlan;
}

/** The reachable number of reviews a query has two documented values; this is the lower. `more` stays true at the cap. */
const CAP = 500;

/** Reviews of one article by now, newest first; of all articles when none is named. */
function reviewsOf(call: Call, itemId: number | null): Seen[] {
  const { reviews } = call.world.index(call.shop.index);
  const entries =
    itemId === null ? [...reviews.values()].flat().sort((a, b) => b.at - a.at) : (reviews.get(itemId) ?? []);
  return entries.flatMap((entry) => {
    const order = call.world.order(call.shop.index, entry.order);
    const review = order.reviews.find((one) => one.line === entry.line);
    return review && review.at <= call.now ? [{ order, review }] : [];
  });
}

function commentOf(call: Call, { order, review }: Seen): Json {
  const line = order.lines[review.line];
  const answered = call.desk.replies.get(review.id);
  return {
    comment_id: review.id,
    comment: review.text,
    buyer_username: order.buyer.userName,
    order_sn: order.sn,
    item_id: line?.itemId ?? 0,
    model_id: line?.modelId ?? 0,
    model_id_list: [line?.modelId ?? 0],
    create_time: seconds(review.at),
    rating_star: review.stars,
    editable: call.now - review.at > 30 * DAY ? 'EXPIRED' : 'EDITABLE',
    hidden: false,
    media: { image_url_list: [], video_url_list: [] },
    // The sample's key; the table calls it comment_reply.
    ...(answered
      ? { cmt_reply: { reply: answered.text, hidden: false, create_time: seconds(answered.at) } }
      : {}),
  };
}

function list(call: Call): Reply {
  const size = wholeIn(call, 'page_size', { min: 1, max: 100 });
  const item = textIn(call, 'item_id');
  const id = textIn(call, 'comment_id');
  if (
    item !== '' &&
    !call.world.articles(call.shop.index).some((article) => String(article.itemId) === item)
  ) {
    return refuse('product.item_not_exist', `Item (ID ${item}) is not exist.`);
  }
  const all = reviewsOf(call, item === '' ? null : Number(item));
  const found = id === '' ? all : all.filter(({ review }) => String(review.id) === id);
  const { part, more, next } = cursorPage(found.slice(0, CAP), textIn(call, 'cursor'), size);
  const capped = found.length > CAP && !more;
  return wrapped({
    item_comment_list: part.map((seen) => commentOf(call, seen)),
    more: more || capped,
    next_cursor: capped ? textIn(call, 'cursor') : next,
  });
}

function reply(call: Call): Reply {
  if (call.shop.sip === 'affiliate') return GATE.affiliate();
  const known = reviewsOf(call, null);
  const results = objectsIn(call, 'comment_list', 100).map((entry): { [key: string]: Json } => {
    const id = Number(textOfField(entry, 'comment_id'));
    const text = textOfField(entry, 'comment');
    const fail = (error: string, message: string) => ({
      comment_id: id,
      fail_error: `product.${error}`,
      fail_message: message,
    });
    if (text.length < 1 || text.length > 500) {
      return fail(
        'comment_length_invalid',
        'Comment length should be between 1 and 500. Please update the comment.',
      );
    }
    if (!known.some(({ review }) => review.id === id))
      return fail('error_not_exist', 'The Comment you replied does not exist.');
    if (call.desk.replies.has(id)) return fail('duplicate_request', 'You has replied this comment already.');
    call.desk.replies.set(id, { text, at: call.now });
    return { comment_id: id };
  });
  return wrapped({ result_list: results });
}

/** Reviews, which can be listed by article only. */
export const commentEndpoints: readonly Endpoint[] = [
  get('product/get_comment', list),
  post('product/reply_comment', reply),
];
