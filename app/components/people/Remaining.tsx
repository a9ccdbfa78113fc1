import { useTranslation } from 'react-i18next';
import type { Remains } from '~/privacy/remains';
import { Section } from '../Section';
import classes from './Remaining.module.css';

/** What goes and what stays when somebody is erased, and why. */
export function Remaining({ remains }: { remains: Remains | null }) {
  const { t } = useTranslation();
  const kept = (['entries', 'agreed', 'signatures', 'uploads', 'older'] as const).filter(
    (kind) => remains !== null && remains[kind] > 0,
  );
  return (
    <>
      <Section title={t('privacy:goes.title')}>
        <ul className={classes.list}>
          {(remains === null ? contactParts : personParts).map((part) => (
            <li key={part}>{t(`privacy:goes.${part}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('privacy:stays.title')}>
        <ul className={classes.list}>
          {remains !== null &&
            kept.map((kind) => (
              <li key={kind}>{t(`privacy:stays.${kind}`, { count: remains[kind] })}</li>
            ))}
          {(['words', 'papers', 'backups'] as const).map((part) => (
            <li key={part}>{t(`privacy:stays.${part}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const personParts = ['name', 'access', 'letters', 'contacts', 'trail'] as const;
const contactParts = ['contact', 'lettersTo', 'trail'] as const;
