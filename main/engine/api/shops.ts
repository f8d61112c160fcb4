import { appRows, merchantRows, shopRows } from '../store/views/shops.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Apps, shops, and the authorisation under way. */
export function shopHandlers(deps: ApiDeps): FeatureHandlers<'shops.'> {
  const { reader, shops } = deps;
  return {
    'shops.list': () => {
      const { now } = deps.status();
      return {
        apps: appRows(reader),
        shops: shopRows(reader, now),
        merchants: merchantRows(reader, now),
        connecting: shops.connecting(),
        revision: deps.revision('shops'),
      };
    },
    'shops.app.save': (typed) => shops.commands.saveApp(typed),
    'shops.app.remove': ({ appId }) => {
      shops.commands.removeApp(appId);
      return {};
    },
    'shops.connect.begin': (order) => shops.begin(order),
    'shops.connect.paste': ({ address }) => shops.paste(address),
    'shops.connect.cancel': () => shops.cancel(),
    'shops.pause': ({ shopId }) => shops.commands.pause(shopId),
    'shops.resume': ({ shopId }) => shops.commands.resume(shopId),
    'shops.disconnect': ({ shopId }) => ({
      cancelUrl: shops.leaveUrl(shops.commands.disconnect(shopId)),
    }),
  };
}
