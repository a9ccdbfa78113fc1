import { useTranslation } from 'react-i18next';
import type { Remains } from '~/privacy/remains';
import type { Staying } from '~/privacy/staying';
import { useQuestionWords } from '../company/use-question-words';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import classes from './Remaining.module.css';

type Props = { remains: Remains | null; staying: Staying };

/** What goes and what stays when somebody is erased, and why. */
export function Remaining({ remains, staying }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('privacy:goes.title')}>
        <ul className={classes.list}>
          {partsOf({ remains, staying }).map((part) => (
            <li key={part}>{t(`privacy:goes.${part}`)}</li>
          ))}
        </ul>
      </Section>
      <Elsewhere staying={staying} />
      <Section title={t('privacy:stays.title')}>
        <ul className={classes.list}>
          {remains !== null && <Numbered remains={remains} />}
          <Answers staying={staying} />
          {(['letters', 'words', 'papers', 'backups'] as const).map((part) => (
            <li key={part}>{t(`privacy:stays.${part}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function partsOf({ remains, staying }: Props) {
  if (remains === null) return ['contact', 'lettersTo', 'fields', 'trail'] as const;
  return staying.vendorId === null
    ? (['name', 'access', 'letters', 'ourContacts', 'trail'] as const)
    : (['name', 'access', 'letters', 'contacts', 'fields', 'trail'] as const);
}

function Numbered({ remains }: { remains: Remains }) {
  const { t } = useTranslation();
  return (['entries', 'agreed', 'signatures', 'uploads', 'older'] as const)
    .filter((kind) => remains[kind] > 0)
    .map((kind) => <li key={kind}>{t(`privacy:stays.${kind}`, { count: remains[kind] })}</li>);
}

/** Nobody is erased at one vendor because of another: whoever has the same address is led to. */
function Elsewhere({ staying: { elsewhere, more } }: Pick<Props, 'staying'>) {
  const { t } = useTranslation();
  if (elsewhere.length === 0) return null;
  return (
    <Section title={t('privacy:elsewhere.title')} help={t('privacy:elsewhere.lead')}>
      <ul className={classes.list}>
        {elsewhere.map(({ href, name, vendor }) => (
          <li key={href}>
            <a href={href}>
              {vendor === null
                ? t('privacy:elsewhere.person', { name })
                : t('privacy:elsewhere.contact', { name, vendor })}
            </a>
          </li>
        ))}
        {more > 0 && <li>{t('privacy:elsewhere.more', { count: more })}</li>}
      </ul>
    </Section>
  );
}

function Answers({ staying: { questions, vendorId } }: Pick<Props, 'staying'>) {
  const { t } = useTranslation();
  const { listed } = useFormat();
  const words = useQuestionWords();
  if (questions.length === 0) return null;
  return (
    <li>
      {t('privacy:stays.questions')}
      <a href={`/vendors/${vendorId}/company#answers`}>
        {listed(questions.map((id) => words.question(id)))}
      </a>
    </li>
  );
}
