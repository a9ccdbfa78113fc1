import { useTranslation } from 'react-i18next';
import type { Role } from '~/auth/permission';

type Reaching = {
  role: Role;
  vendorName: string | null;
  reachEn: string | null;
  reachZh: string | null;
};

/** How far somebody reaches, in words: one vendor, a part of the markets, what was given to them, or everything. */
export function useReach(): (person: Reaching) => string {
  const { t, i18n } = useTranslation();
  return ({ role, vendorName, reachEn, reachZh }) =>
    vendorName ??
    (i18n.language === 'zh-CN' ? reachZh : reachEn) ??
    t(role === 'reviewer' ? 'people:givenAlone' : 'people:everything');
}
