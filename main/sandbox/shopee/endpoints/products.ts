import { MARKET_FACTS } from '../../simulate/markets.ts';
import type { Article } from '../../simulate/goods.ts';
import { type Call, type Endpoint, get, listIn, wholeIn } from '../call.ts';
import { missing } from '../errors.ts';
import { type Json, money, refuse, type Reply, seconds, wrapped } from '../reply.ts';

function list(call: Call): Reply {
  const offset = wholeIn(call, 'offset', { min: 0, max: 10_000_000 });
  const size = wholeIn(call, 'page_size', { min: 1, max: 100 });
  // Repeated, not comma-joined: item_status=NORMAL&item_status=UNLIST.
  const statuses = call.query.getAll('item_status');
  if (statuses.length === 0) return missing('item_status');
  const all = statuses.includes('NORMAL') ? call.world.articles(call.shop.index) : [];
  const part = all.slice(offset, offset + size);
  const more = offset + size < all.length;
  return wrapped(
    {
      item: part.map((article) => ({
        item_id: article.itemId,
        item_status: 'NORMAL',
        update_time: seconds(call.world.config.start),
        tag: { kit: false },
      })),
      total_count: all.length,
      has_next_page: more,
      next_offset: more ? offset + size : 0,
    },
    { warning: '' },
  );
}

function itemOf(call: Call, article: Article): Json {
  const market = MARKET_FACTS[call.shop.market];
  const start = seconds(call.world.config.start);
  return {
    item_id: article.itemId,
    category_id: 100_001,
    item_name: article.name,
    description: `${article.name}. Invented goods of the sandbox.`,
    item_sku: article.sku,
    create_time: start,
    update_time: start,
    attribute_list: [],
    price_info:
      article.models.length > 0
        ? []
        : [
            {
              currency: market.currency,
              original_price: money(article.original),
              current_price: money(article.price),
            },
          ],
    image: {
      image_url_list: [`https://cf.shopee.sg/file/sandbox-${article.itemId}`],
      image_id_list: [`sandbox-${article.itemId}`],
    },
    weight: (article.gram / 1000).toFixed(2),
    dimension: { package_length: 20, package_width: 15, package_height: 8 },
    logistic_info: [
      {
        logistic_id: market.channel.id,
        logistic_name: market.channel.name,
        enabled: true,
        shipping_fee: 0,
        size_id: 0,
        is_free: false,
        estimated_shipping_fee: 0,
      },
    ],
    pre_order: { is_pre_order: false, days_to_ship: 2 },
    wholesales: [],
    condition: 'NEW',
    size_chart: '',
    item_status: 'NORMAL',
    // Text in the sample, boolean in the table.
    deboost: 'FALSE',
    has_model: article.models.length > 0,
    promotion_id: 0,
    video_info: [],
    brand: { brand_id: 0, original_brand_name: 'NoBrand' },
    item_dangerous: 0,
    complaint_policy: null,
    tax_info: null,
    description_info: null,
    description_type: 'normal',
    stock_info_v2: {
      summary_info: { total_reserved_stock: 0, total_available_stock: 500 },
      seller_stock: [{ location_id: 'CN0001SEA', stock: 500 }],
      shopee_stock: [],
    },
  };
}

function info(call: Call): Reply {
  const wanted = listIn(call, 'item_id_list', 50);
  const items = call.world
    .articles(call.shop.index)
    .filter((article) => wanted.includes(String(article.itemId)));
  if (items.length === 0) return refuse('product.error_item_not_found', 'Product is not found.');
  return wrapped({ item_list: items.map((article) => itemOf(call, article)) }, { warning: '' });
}

export const productEndpoints: readonly Endpoint[] = [
  get('product/get_item_list', list),
  get('product/get_item_base_info', info),
];
