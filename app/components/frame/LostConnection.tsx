import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/buttons';
import { Callout } from '../Notice';
import { connectionState, onConnection, readAgain, tryAgain } from './connection';
import classes from './LostConnection.module.css';

/**
 * Says that the network is away while something waits. What only reads is asked for again once it is back; what was
 * entered is sent again by hand, for it may have arrived.
 */
export function LostConnection() {
  const { t } = useTranslation();
  const state = useSyncExternalStore(onConnection, connectionState, () => 'there' as const);
  useEffect(() => {
    window.addEventListener('online', readAgain);
    return () => window.removeEventListener('online', readAgain);
  }, []);
  if (state === 'there') return null;
  return (
    <div className={classes.bar}>
      <Callout tone="attention" role="alert">
        <span>{t(`kit:connection.${state}`)}</span>
        <Button onClick={tryAgain}>
          {state === 'lost' ? t('common:action.retry') : t('kit:connection.sendAgain')}
        </Button>
      </Callout>
    </div>
  );
}
