import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import classes from './ErrorPage.module.css';

const kinds: Record<number, 'notFound' | 'forbidden' | 'unreachable' | 'full'> = {
  403: 'forbidden',
  404: 'notFound',
  503: 'unreachable',
  507: 'full',
};

/** What to do when a page can't be shown: not found, not allowed, or broken, in the reader's language. */
export function ErrorPage({ whole = false }: { whole?: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = kinds[status] ?? 'broken';
  const isOther = status >= 400 && status < 500 && kind === 'broken';
  const Part = whole ? 'main' : 'div'; // Within the frame there is one already.
  return (
    <Part className={whole ? classes.whole : classes.part}>
      <p className={classes.code}>{t('kit:error.code', { status })}</p>
      <h1>{isOther ? t('kit:error.otherTitle') : t(`kit:error.${kind}Title`)}</h1>
      <p className={classes.help}>{t(`kit:error.${kind}Help`)}</p>
      <p className={classes.ways}>
        <a href="/" data-reload>
          {t('kit:error.home')}
        </a>
        {status >= 500 && (
          <a href={pathname + search} data-reload>
            {t('kit:error.reload')}
          </a>
        )}
      </p>
    </Part>
  );
}
