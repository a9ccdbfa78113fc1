import { Form } from '@remix-run/react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../icons';
import classes from './Palette.module.css';

type Props = { initial?: string; onChange?: (text: string) => void };

/** The box in which one types what to find; without script it leads to the page of hits. */
export function SearchBox({ initial = '', onChange }: Props) {
  const { t } = useTranslation();
  const typed = (event: ChangeEvent<HTMLInputElement>) => onChange?.(event.target.value);
  return (
    <Form method="get" action="/search" role="search" className={classes.box}>
      <IconSearch size={18} aria-hidden />
      <input
        type="search"
        name="q"
        defaultValue={initial}
        aria-label={t('kit:search.label')}
        placeholder={t('kit:search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        onChange={typed}
      />
    </Form>
  );
}
