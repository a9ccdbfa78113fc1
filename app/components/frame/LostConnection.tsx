import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/buttons';
import { Callout } from '../Notice';
import { isConnectionLost, onConnection, tryAgain } from './connection';
import classes from './LostConnection.module.css';

/** Says that the network is away while something waits to be sent, and sends it once it is back. */
export function LostConnection() {
  const { t } = useTranslation();
  const isLost = useSyncExternalStore(onConnection, isConnectionLost, () => false);
  useEffect(() => {
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, []);
  if (!isLost) return null;
  return (
    <div className={classes.bar}>
      <Callout tone="attention" role="alert">
        <span>{t('kit:connection.lost')}</span>
        <Button onClick={tryAgain}>{t('common:action.retry')}</Button>
      </Callout>
    </div>
  );
}
