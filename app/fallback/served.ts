import { Decimal } from '~/shared/decimal';
import type { MarketAsked } from './candidate';
import type { ProposalScope } from './proposal-scope';

/** What a vendor carries of a service in a market; a share of null is not known. */
export type Provided = {
  serviceId: number;
  market: Pick<MarketAsked, 'id' | 'ancestors'>;
  sharePercent: string | null;
};

/**
 * The scopes in which a failure of the vendor would be felt: markets that it serves, by an offering there, above or
 * below, and of which it carries a part. Where none of a service's markets is one, the service as a whole, as long as
 * the vendor carries any of it.
 */
export function feltScopes(
  scopes: readonly ProposalScope[],
  provided: readonly Provided[],
  ancestorsOf: (marketId: number) => readonly number[],
): ProposalScope[] {
  const touches = ({ id, ancestors }: Provided['market'], asked: number) =>
    id === asked || ancestors.includes(asked) || ancestorsOf(asked).includes(id);
  const carrying = provided.filter(({ sharePercent }) => !isNothing(sharePercent));
  const services = [...new Set(scopes.map(({ serviceId }) => serviceId))];
  return services.flatMap((serviceId) => {
    const asked = scopes.filter((scope) => scope.serviceId === serviceId);
    const own = carrying.filter((each) => each.serviceId === serviceId);
    const [first] = asked;
    if (own.length === 0 || !first) return [];
    const felt = asked.filter(
      ({ marketId }) => marketId === null || own.some(({ market }) => touches(market, marketId)),
    );
    return felt.length > 0 ? felt : [{ ...first, marketId: null }];
  });
}

/** The offerings by which a vendor provides a service: those by which it only stands by count where there is no other. */
export function providedOf<Own extends Pick<Provided, 'sharePercent'>>(
  own: readonly Own[],
): readonly Own[] {
  const carrying = own.filter(({ sharePercent }) => !isNothing(sharePercent));
  return carrying.length > 0 ? carrying : own;
}

function isNothing(sharePercent: string | null): boolean {
  return sharePercent !== null && new Decimal(sharePercent).isZero();
}
