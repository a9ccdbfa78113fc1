import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';

/** Who visits, whoever vouches for them: a session or an access token. The market of their reach is joined beside. */
export const visitorColumns = {
  id: people.id,
  email: people.email,
  name: people.name,
  role: people.role,
  vendorId: people.vendorId,
  locale: people.locale,
  timeZone: people.timeZone,
  reachMarketId: people.reachMarketId,
  reachPath: markets.path,
};
