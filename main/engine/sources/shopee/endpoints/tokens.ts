import { flag, id, ids, list, number, shape, text, time } from '../shape.ts';
import { endpoint, params } from './define.ts';

/** Tokens, and what an app may see. Authorised by the app alone. */
export const tokenCalls = {
  'public.get_access_token': endpoint({
    method: 'POST',
    path: '/api/v2/auth/token/get',
    auth: 'public',
    wrapped: false,
    params: params<{
      readonly code: string;
      readonly partner_id: string;
      readonly shop_id?: string;
      readonly main_account_id?: string;
    }>(),
    answer: shape({
      shop_id_list: ids,
      merchant_id_list: ids,
      supplier_id_list: ids,
      user_id_list: ids,
      principal_id_list: ids,
      access_token: text,
      refresh_token: text,
      expire_in: number,
    }),
  }),
  'public.refresh_access_token': endpoint({
    method: 'POST',
    path: '/api/v2/auth/access_token/get',
    auth: 'public',
    wrapped: false,
    params: params<{
      readonly refresh_token: string;
      readonly partner_id: string;
      readonly shop_id?: string;
      readonly merchant_id?: string;
      readonly supplier_id?: string;
      readonly user_id?: string;
      readonly principal_id?: string;
    }>(),
    answer: shape({
      partner_id: id,
      principal_id: id,
      shop_id: id,
      merchant_id: id,
      supplier_id: id,
      user_id: id,
      access_token: text,
      refresh_token: text,
      expire_in: number,
    }),
  }),
  'public.get_token_by_resend_code': endpoint({
    method: 'POST',
    path: '/api/v2/public/get_token_by_resend_code',
    auth: 'public',
    wrapped: false,
    params: params<{ readonly resend_code: string }>(),
    answer: shape({
      shop_id_list: ids,
      merchant_id_list: ids,
      refresh_token: text,
      access_token: text,
      expire_in: number,
    }),
  }),
  'public.get_shops_by_partner': endpoint({
    method: 'GET',
    path: '/api/v2/public/get_shops_by_partner',
    auth: 'public',
    wrapped: false,
    params: params<{ readonly page_size?: number; readonly page_no?: number }>(),
    answer: shape({
      authed_shop_list: list(
        shape(
          {
            region: text,
            shop_id: id,
            auth_time: time,
            expire_time: time,
            sip_affi_shops: list(shape({ region: text, affi_shop_id: id })),
          },
          { sip_affi_shops: 'sip_affi_shop_list' },
        ),
      ),
      more: flag,
    }),
  }),
  'public.get_merchants_by_partner': endpoint({
    method: 'GET',
    path: '/api/v2/public/get_merchants_by_partner',
    auth: 'public',
    wrapped: false,
    params: params<{ readonly page_size?: number; readonly page_no?: number }>(),
    answer: shape({
      authed_merchant_list: list(
        shape({ region: text, merchant_id: id, auth_time: time, expire_time: time }),
      ),
      more: flag,
    }),
  }),
};
