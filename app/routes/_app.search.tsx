import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { EmptyState } from '~/components/EmptyState';
import { HitList } from '~/components/frame/HitList';
import { SearchBox } from '~/components/frame/SearchBox';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { groupsFound, placesNamed } from '~/search/hit';
import { placesOpenTo } from '~/search/place';
import { searchEverything } from '~/search/search-everything.server';

export const meta = pageTitle;

const LONGEST = 200;

/** What a text names; the palette asks here too. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can, now } = await requirePerson(args);
  const typed = new URL(args.request.url).searchParams.get('q') ?? '';
  const text = typed.normalize('NFKC').trim().slice(0, LONGEST);
  const places = placesOpenTo(can).map(({ words, href }) => ({
    title: t(words),
    detail: null,
    href,
  }));
  const searcher = { reader, scope, can, t, locale, today: dayOf(now) };
  const found = await searchEverything(searcher, text);
  return {
    title: t('kit:search.title'),
    text,
    groups: groupsFound({ ...found, place: placesNamed(places, text) }),
  };
}

export default function Search() {
  const { title, text, groups } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t('kit:search.lead')} />
      <SearchBox key={text} initial={text} />
      {groups.length === 0 ? (
        <EmptyState title={t('kit:search.none', { text })}>{t('kit:search.noneHelp')}</EmptyState>
      ) : (
        <HitList groups={groups} />
      )}
    </>
  );
}
