import { generateMarket } from '../seeds/market.ts';
import type { SeedPerson } from '../seeds/market-shape.ts';
import type { Config } from './config.ts';
import { communitySiteUrl, DEMO_SEED } from './demo-market.ts';
import type { DemoPeople, DemoPerson } from './pages/index.ts';
import { MIDTRANS_PREFIX, WHATSAPP_PREFIX } from './simulators.ts';

/** The people of the demo market and where one plays them, for its start page. */
export function demoPeople(config: Config): DemoPeople {
  const { cast } = generateMarket({ seed: DEMO_SEED, products: 0 });
  const [operator] = cast.operators;
  if (!operator) throw new Error('The demo market has no operator');
  return {
    buyer: person(cast.buyer, '/masuk?kembali=/'),
    sellers: cast.sellers.map(({ phone, shopName: name }) => person({ name, phone }, '/jual')),
    operator: person(operator, '/konter'),
    curator: person(cast.curator, '/kota'),
    manager: person(cast.communityManager, '/komunitas'),
    communitySite: { name: cast.community.name, url: communitySiteUrl(config.port) },
    phoneSimulator: `${WHATSAPP_PREFIX}/`,
    paymentSimulator: `${MIDTRANS_PREFIX}/`,
  };
}

function person({ name, phone }: SeedPerson, page: string): DemoPerson {
  return { name, phone: phone.replace(/^\+62(\d{3})(\d{4})(\d+)$/, '0$1-$2-$3'), page };
}
