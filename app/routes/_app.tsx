import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ErrorPage } from '~/components/ErrorPage';
import { Frame } from '~/components/frame/Frame';
import { takeNotice } from '~/components/notice.server';
import { countRunningWork } from '~/jobs/running-work.server';
import { viewsOf } from '~/views/view-queries.server';

export async function loader(args: LoaderFunctionArgs) {
  const { person, permissions, reader, now } = await requirePerson(args);
  const { flash, headers } = await takeNotice(args.request);
  return data(
    {
      person: { name: person.name, email: person.email, role: person.role },
      permissions,
      demoDate: args.context.demo ? dayOf(now) : null,
      running: await countRunningWork(reader, person),
      views: await viewsOf(reader, person.id),
      flash,
    },
    { headers },
  );
}

export default function App() {
  return (
    <Frame data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('routes/_app');
  if (!frame) return <ErrorPage whole />;
  return (
    <Frame data={frame}>
      <ErrorPage />
    </Frame>
  );
}
