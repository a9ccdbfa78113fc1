import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HitGroup } from '~/search/hit';
import classes from './Palette.module.css';

/** What was found, by kind. */
export function HitList({ groups }: { groups: readonly HitGroup[] }) {
  return (
    <div className={classes.hits}>
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { kind, hits } }: { group: HitGroup }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`kit:search.kind.${kind}`)}</h2>
      <ul>
        {hits.map(({ href, title, detail }) => (
          <li key={href}>
            <a href={href} data-hit>
              <span>{title}</span>
              {detail !== null && <small>{detail}</small>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
