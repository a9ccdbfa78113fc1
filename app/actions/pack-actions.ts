import {
  capped,
  counted,
  figure,
  onDate,
  said,
  sourceAt,
  words,
  written,
} from '~/packs/pack-value';
import { lastMonthOf } from '~/packs/quarter';
import type { PackException, PackFigure, PackPart, PackSection, PackValue } from '~/packs/section';
import { daysBetween } from '~/shared/calendar';
import type { Period } from '~/shared/period';
import { actionAge, actionState, originsShownToVendors, type ActionOrigin } from './action';

export type PackAction = {
  id: number;
  origin: ActionOrigin;
  step: string | null;
  title: string | null;
  side: 'ours' | 'vendor';
  owner: string | null;
  dueOn: string | null;
  doneAt: string | null;
  cancelledAt: string | null;
  createdAt: string;
};
type Request = { vendorId: number; today: string; quarter: Period };

/** How grave a promise is that is late: from a month on as a serious failure, before that less. */
const LATE = 4;
const LONG_LATE = 2;
const LONG_DAYS = 30;
/** So many late actions stand among the exceptions one by one; the rest are counted. */
const MOST_NAMED = 6;

/**
 * Actions of both sides. Shared are those of the reviews, whoever does them, and what the vendor has to do of what we
 * share with vendors; the rest is ours alone.
 */
export function actionSections(actions: readonly PackAction[], request: Request): PackSection[] {
  const shared = actions.filter(isShared);
  const ours = actions.filter((action) => !isShared(action));
  return [
    section('shared', shared, request),
    ...(ours.length === 0 ? [] : [section('internal', ours, request)]),
  ];
}

function isShared({ origin, side }: PackAction): boolean {
  return origin === 'review' || (side === 'vendor' && originsShownToVendors.includes(origin));
}

function section(part: PackPart, actions: readonly PackAction[], request: Request): PackSection {
  const open = actions.filter(({ doneAt }) => doneAt === null);
  const done = actions.filter(({ doneAt }) => doneAt !== null);
  const late = open.filter((action) => actionState(action, request.today) === 'overdue');
  return {
    id: 'actions',
    part,
    agenda: 'actions',
    exceptions: lateExceptions(late, request),
    blocks: [
      {
        kind: 'figures',
        title: words('packs:actions.title'),
        figures: [
          count('open', open.length, request),
          count('overdue', late.length, request),
          count('done', done.length, request),
        ],
      },
      table(open, request),
      ...(done.length === 0 ? [] : [doneTable(done)]),
    ],
  };
}

function count(name: 'open' | 'overdue' | 'done', count: number, request: Request): PackFigure {
  const { quarter } = request;
  return figure(`actions/${name}`, words(`packs:actions.${name}`), counted(count), {
    from: quarter,
    to: lastMonthOf(quarter),
    source: sourceAt('/actions', words('packs:source.actions')),
  });
}

function nameOf({ title, step }: PackAction): PackValue {
  if (title !== null) return written(title);
  return step === null ? said('packs:actions.untitled') : said(`packs:actions.step.${step}`);
}

function ownerOf({ owner, side }: PackAction): PackValue {
  return owner === null ? said(`packs:side.${side}`) : written(owner);
}

function sourceOf({ id }: PackAction) {
  return sourceAt(`/actions/${id}`, words('packs:source.action'));
}

function table(open: readonly PackAction[], { today, quarter }: Request) {
  const end = 'end' as const;
  return {
    kind: 'table' as const,
    title: words('packs:actions.openList'),
    columns: [
      { words: words('packs:column.action') },
      { words: words('packs:column.origin') },
      { words: words('packs:column.owner') },
      { words: words('packs:column.due') },
      { words: words('packs:column.state') },
      { words: words('packs:column.age'), align: end },
    ],
    rows: open.map((action) => ({
      source: sourceOf(action),
      cells: [
        nameOf(action),
        said(`packs:origin.${action.origin}`),
        ownerOf(action),
        action.dueOn === null ? said('packs:noDate') : onDate(action.dueOn),
        figure(
          `actions/${action.id}/state`,
          words('packs:actions.stateOf', { action: nameOf(action) }),
          said(`packs:actionState.${actionState(action, today)}`),
          { from: quarter, to: lastMonthOf(quarter), source: sourceOf(action) },
        ),
        counted(actionAge(action, today)),
      ],
    })),
    empty: words('packs:actions.none'),
  };
}

function doneTable(done: readonly PackAction[]) {
  return {
    kind: 'table' as const,
    title: words('packs:actions.doneList'),
    columns: [
      { words: words('packs:column.action') },
      { words: words('packs:column.owner') },
      { words: words('packs:column.due') },
      { words: words('packs:column.doneOn') },
    ],
    rows: done.map((action) => ({
      source: sourceOf(action),
      cells: [
        nameOf(action),
        ownerOf(action),
        action.dueOn === null ? said('packs:noDate') : onDate(action.dueOn),
        onDate((action.doneAt ?? '').slice(0, 10)),
      ],
    })),
    empty: words('packs:actions.none'),
  };
}

function lateExceptions(late: readonly PackAction[], { today }: Request): PackException[] {
  const named = late.map((action): PackException => {
    const days = daysBetween(action.dueOn ?? today, today);
    return {
      kind: 'late',
      weight: days >= LONG_DAYS ? LONG_LATE : LATE,
      words: words('packs:actions.late', {
        action: nameOf(action),
        owner: ownerOf(action),
        count: counted(days),
      }),
      source: sourceOf(action),
    };
  });
  return capped(named, MOST_NAMED, (count) => ({
    words: words('packs:actions.moreLate', { count }),
    source: sourceAt('/actions', words('packs:source.actions')),
  }));
}
