import type { TFunction } from 'i18next';

/** Who speaks and for whom: a name alone does not say on which side somebody stands. */
export function spokenBy(t: TFunction, person: string | null, side: string): string {
  return person === null ? side : t('common:speaker', { name: person, side });
}
