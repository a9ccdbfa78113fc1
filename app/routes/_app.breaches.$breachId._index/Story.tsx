import { useTranslation } from 'react-i18next';
import { CheckboxField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { SubmitButton } from '~/components/form/buttons';
import { Section } from '~/components/Section';
import { Timeline, type TimelineItem } from '~/components/Timeline';
import { spokenBy } from '~/shared/spoken-by';
import { useFormat } from '~/components/use-format';
import { storyOf, type StoryLine } from '~/sla/case-story';
import { excusalKinds } from '~/sla/excusal';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

type Line = StoryLine<BreachPage['events'][number]>;

const tones: Partial<Record<Line['kind'], TimelineItem['tone']>> = {
  breach_added: 'bad',
  escalated: 'bad',
  disputed: 'accent',
  replied: 'accent',
  plan_submitted: 'accent',
  plan_accepted: 'good',
  plan_accepted_by_silence: 'good',
  dispute_upheld: 'good',
  closed: 'good',
};

/** A longer story shows its end; what came before is a click away. */
const MOST_SHOWN = 16;
const SHOWN_AFTER_FOLD = 10;

/** What happened to the case, in order, and the place to answer. */
export function Story({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const titleOf = useEventWords();
  const whoSpoke = ({ person, role }: Line) => {
    if (person === null) return t('sla:event.byClock');
    return spokenBy(t, person, role === 'vendor' ? page.vendor.name : t('common:side.ours'));
  };
  const items = storyOf(page.events).map((line) => ({
    key: line.id,
    at: line.at,
    title: titleOf(line),
    who: whoSpoke(line),
    tone: tones[line.kind] ?? ('quiet' as const),
    ...(line.text && {
      children: (
        <p className={`${classes.words} ${line.internal ? classes.internal : ''}`}>{line.text}</p>
      ),
    }),
  }));
  const earlier = items.length > MOST_SHOWN ? items.slice(0, -SHOWN_AFTER_FOLD) : [];
  return (
    <Section title={t('sla:breach.timeline')}>
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{t('sla:event.earlier', { count: earlier.length })}</summary>
          <Timeline items={earlier} />
        </details>
      )}
      <Timeline items={items.slice(earlier.length)} />
      {page.mayAct && <Reply page={page} />}
    </Section>
  );
}

function Reply({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  return (
    <div className={`${classes.reply} no-print`} id="reply">
      <EditForm action={`/breaches/${page.id}/reply`}>
        <TextAreaField name="text" label={t('sla:act.reply')} rows={3} />
        {!page.isOwn && <CheckboxField name="internal" label={t('sla:field.internal')} />}
        <FormActions>
          <SubmitButton look="secondary">{t('sla:act.sendReply')}</SubmitButton>
        </FormActions>
      </EditForm>
    </div>
  );
}

/** An event in words. */
function useEventWords(): (line: Line) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const month = (value: unknown) => (typeof value === 'number' ? format.month(value) : '');
  return (line) => {
    const { kind, details, periods, count } = line;
    switch (kind) {
      case 'breach_added':
      case 'breach_withdrawn': {
        const [first = 0] = [...periods].sort((a, b) => a - b);
        const last = Math.max(...periods);
        if (count === 1)
          return t(`sla:event.${kind}`, {
            period: format.month(first),
            severity: severityWord(details['severity']),
          });
        return t(
          kind === 'breach_added' ? 'sla:event.breaches_added' : 'sla:event.breaches_withdrawn',
          {
            count,
            from: format.month(first),
            to: format.month(last),
          },
        );
      }
      case 'replied':
        return t(line.internal ? 'sla:event.note' : 'sla:event.replied');
      case 'excused': {
        const excusal = excusalKinds.find((one) => one === details['kind']);
        return t('sla:event.excused', {
          kind: excusal ? t(`sla:excusalKind.${excusal}`) : '',
          from: month(details['from']),
          to: month(details['to']),
        });
      }
      case 'excusal_revoked':
        return t('sla:event.excusal_revoked', {
          from: month(details['from']),
          to: month(details['to']),
        });
      case 'escalated': {
        const level = String(details['level']) as '1' | '2' | '3';
        return t('sla:event.escalated', { level, response: t(`sla:response.${level}`) });
      }
      case 'closed':
        return t(details['withdrawn'] ? 'sla:event.closedWithdrawn' : 'sla:event.closed');
      default:
        return t(`sla:event.${kind}`);
    }
  };

  function severityWord(value: unknown): string {
    const severity = (['minor', 'serious', 'critical'] as const).find((one) => one === value);
    return severity ? t(`common:severity.${severity}`) : '';
  }
}
