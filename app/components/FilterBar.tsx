import { Form, useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '~/shared/country-codes';
import { changedSearch, searchWithout, type ListQuery } from '~/shared/list-query';
import { parsePeriod } from '~/shared/period';
import { IconChevronDown, IconClose, IconSearch } from './icons';
import { Menu } from './Menu';
import { useFormat } from './use-format';
import classes from './FilterBar.module.css';

export type Filter = {
  /** The URL's parameter. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
};

type Props = {
  query: Pick<ListQuery, 'search' | 'filters'>;
  filters?: readonly Filter[];
  /** What the search box looks through; none where not given. */
  searchLabel?: string;
  /** Tools on the right: columns, export. */
  children?: ReactNode;
};

/** Search and filters of a list as a GET form: the URL holds them, chips show and remove them. */
export function FilterBar({ query, filters = [], searchLabel, children }: Props) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const kept = new URLSearchParams(search);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (form.current) navigate(filledSearch(form.current), { preventScrollReset: true });
  };

  return (
    <div className={`${classes.bar} no-print`}>
      <Form ref={form} method="get" role="search" className={classes.form} onSubmit={send}>
        {['sort', 'size'].map((name) => {
          const value = kept.get(name);
          return value && <input key={name} type="hidden" name={name} value={value} />;
        })}
        {searchLabel !== undefined && (
          <label className={classes.search}>
            <span className="visually-hidden">{searchLabel}</span>
            <IconSearch size={16} aria-hidden />
            <input
              key={query.search}
              type="search"
              name="q"
              defaultValue={query.search}
              placeholder={searchLabel}
              autoComplete="off"
            />
          </label>
        )}
        {filters.map((filter) => (
          <FilterMenu
            key={filter.name}
            filter={filter}
            chosen={query.filters[filter.name as never] ?? []}
            onChange={() => send()}
          />
        ))}
        <noscript>
          <button type="submit" className={classes.apply}>
            {t('kit:filter.apply')}
          </button>
        </noscript>
      </Form>
      {children && <div className={classes.tools}>{children}</div>}
      <Chips query={query} filters={filters} search={search} />
    </div>
  );
}

type FilterMenuProps = { filter: Filter; chosen: readonly string[]; onChange: () => void };

function FilterMenu({ filter, chosen, onChange }: FilterMenuProps) {
  return (
    <Menu
      align="start"
      look="outlined"
      button={
        <>
          {filter.label}
          {chosen.length > 0 && <span className={classes.count}>{chosen.length}</span>}
          <IconChevronDown size={14} aria-hidden />
        </>
      }
    >
      <fieldset className={classes.options}>
        <legend className="visually-hidden">{filter.label}</legend>
        {filter.options.map(({ value, label }) => (
          <label key={value} className={classes.option}>
            <FilterBox
              name={filter.name}
              value={value}
              isChosen={chosen.includes(value)}
              onChange={onChange}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}

type BoxProps = { name: string; value: string; isChosen: boolean; onChange: () => void };

/** The form holds its state; the URL corrects it when a chip or the browser's Back changes the filter. */
function FilterBox({ name, value, isChosen, onChange }: BoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.checked = isChosen;
  }, [isChosen]);
  return (
    <input
      ref={box}
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={isChosen}
      onChange={onChange}
    />
  );
}

function Chips({
  query,
  filters,
  search,
}: Pick<Props, 'query'> & { filters: readonly Filter[]; search: string }) {
  const { t } = useTranslation();
  const words = useWordsOfValue();
  const chips: { key: string; label: string; href: string }[] = filters.flatMap(
    ({ name, label, options }) =>
      (query.filters[name as never] ?? []).map((value) => ({
        key: `${name} ${value}`,
        label: t('kit:labelled', {
          label,
          value: options.find((option) => option.value === value)?.label ?? words(name, value),
        }),
        href: searchWithout(search, name, value),
      })),
  );
  if (query.search !== '')
    chips.unshift({
      key: 'q',
      label: `“${query.search}”`,
      href: changedSearch(search, { q: null }),
    });
  if (chips.length === 0) return null;
  const cleared = Object.fromEntries(
    ['q', ...filters.map(({ name }) => name)].map((name) => [name, null]),
  );
  return (
    <ul className={classes.chips} aria-label={t('kit:filter.active')}>
      {chips.map(({ key, label, href }) => (
        <li key={key}>
          <a
            href={href}
            data-keep
            className={classes.chip}
            aria-label={t('kit:filter.remove', { label })}
          >
            {label}
            <IconClose size={12} aria-hidden />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a href={changedSearch(search, cleared)} data-keep className={classes.clear}>
            {t('kit:table.clear')}
          </a>
        </li>
      )}
    </ul>
  );
}

/** What a filter's value is called that is none of its options: nothing in the list has it. */
function useWordsOfValue(): (name: string, value: string) => string {
  const { i18n } = useTranslation();
  const format = useFormat();
  return (name, value) => {
    const period = parsePeriod(value);
    if (period !== null) return format.month(period);
    return name === 'country' && /^[A-Z]{2}$/.test(value)
      ? countryName(value, i18n.language)
      : value;
  };
}

/** The form's entries as a search, without the empty ones. */
function filledSearch(form: HTMLFormElement): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') params.append(name, value);
  return `?${params.toString()}`;
}
