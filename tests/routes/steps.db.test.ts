import { describe, expect, it } from 'vitest';
import { takeNotice } from '~/components/notice.server';
import * as submission from '~/routes/_app.company.submission';
import { answerStep } from '~/routes/shared/answer-step.server';
import { done, refused } from '~/shared/outcome';
import { castInto } from '../cast';
import { freshStore } from '../database';
import { answerOf, contextFor, visitAs, type Answer } from '../visit';

/** What the next page tells the reader. */
async function told({ headers }: Answer) {
  const cookie = headers.get('Set-Cookie')?.split(';')[0] ?? '';
  return (await takeNotice(new Request('http://portal', { headers: { Cookie: cookie } }))).flash;
}

describe('the answer to a step', () => {
  it('says what was done, by what it came to', async () => {
    const answer = await answerOf(() =>
      answerStep(done({ count: 3 }), '/checks', ({ count }) => ({
        ...{ key: 'diligence:notice.checksOpened', params: { count } },
      })),
    );
    expect(answer).toMatchObject({ status: 302, location: '/checks' });
    expect(await told(answer)).toEqual({
      ...{ key: 'diligence:notice.checksOpened', params: { count: 3 } },
    });
  });

  it('says why not, as a refusal and with its figures; what is out of reach is not there', async () => {
    const why = refused('report_not_draft', { state: 'accepted', by: null });
    const answer = await answerOf(() => answerStep(why, '/reports/1', { key: 'kit:view.saved' }));
    expect(answer).toMatchObject({ status: 302, location: '/reports/1' });
    expect(await told(answer)).toEqual({
      ...{ key: 'errors:report_not_draft', params: { state: 'accepted' }, refused: true },
    });
    const away = () => answerStep(refused('not_found'), '/reports/1', { key: 'kit:view.saved' });
    expect((await answerOf(away)).status).toBe(404);
  });

  it('never tells a vendor of a refusal as of something done', async () => {
    const context = contextFor(await freshStore());
    const { person } = await castInto(context.store);
    const visit = await visitAs(context, person.hanna);
    const notice = await told(await visit.send(submission, '/company/submission', {}));
    expect(notice?.key).toMatch(/^errors:/);
    expect(notice?.refused).toBe(true);
  });
});
