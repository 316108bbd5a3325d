/** The phones that are connected as oneself: which there are, whose code let them in, and cutting one off. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { worksWithOthers } from '../../core/keepers.ts';
import type { Connection } from '../../core/sync-store.ts';
import { roles } from '../../core/version.ts';
import { usePerson } from '../../features/people/ui/use-person.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ConfirmDialog } from '../../ui/parts/dialog.tsx';
import { Row } from '../../ui/parts/layout.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { takeFocus } from '../../ui/parts/take-focus.ts';
import { CommandTrouble } from '../../ui/record/use-command.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { HubTroubleNotice } from './hub-trouble-notice.tsx';
import { newPhones, type OwnPhone } from './own-phones.ts';
import { useOwnPhones } from './use-own-phones.ts';

interface OwnPhonesProps {
  desk: SyncDesk;
  connection: Connection;
  settings: ConnectionSettings;
}

/** Nothing where there is no other phone. */
export function OwnPhonesCard({ desk, connection, settings }: OwnPhonesProps) {
  const t = useText();
  const announce = useAnnounce();
  const { busy, trouble, unkept, mine, end } = useOwnPhones(desk, connection, settings);
  const title = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState<OwnPhone | null>(null);
  const { phones = [] } = settings;
  const news = newPhones(settings);
  if (phones.length === 0) return null;
  const isTeam = roles.some((one) => one === settings.member?.role && worksWithOthers(one));

  function isMine(phone: OwnPhone): void {
    mine(phone, () => {
      announce(t('connect.phones.mine.done'));
      takeFocus(title.current);
    });
  }

  function cutOff(phone: OwnPhone): void {
    end(phone, () => {
      announce(t('connect.phones.ended'), { shown: true });
      takeFocus(title.current, phones.length === 1);
    });
  }

  return (
    <Card title={t('connect.phones')} titleRef={title} icon={OnPhoneIcon}>
      {trouble && <HubTroubleNotice trouble={trouble} />}
      <CommandTrouble trouble={unkept} />
      {news.length > 0 && (
        <Notice kind="attention" title={t('connect.phones.new')}>
          <p>{t(isTeam ? 'connect.phones.new.what.team' : 'connect.phones.new.what')}</p>
        </Notice>
      )}
      <List>
        <ListRow title={t('connect.phones.this')} />
        {phones.map((phone) => (
          <OtherPhone key={phone.id} phone={phone}>
            <Row>
              {!phone.seen && (
                <Button compact busy={busy} onClick={() => isMine(phone)}>
                  {t('connect.phones.mine')}
                </Button>
              )}
              <Button compact busy={busy} onClick={() => setAsking(phone)}>
                {t('connect.phones.end')}
              </Button>
            </Row>
          </OtherPhone>
        ))}
      </List>
      <ConfirmDialog
        open={asking !== null}
        title={t('connect.phones.end.title')}
        confirmLabel={t('connect.phones.end')}
        cancelLabel={t('connect.phones.end.leave')}
        danger
        onConfirm={() => {
          setAsking(null);
          if (asking) cutOff(asking);
        }}
        onCancel={() => setAsking(null)}
      >
        <p>{t('connect.phones.end.what')}</p>
      </ConfirmDialog>
    </Card>
  );
}

function OtherPhone({ phone, children }: { phone: OwnPhone; children: ComponentChildren }) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const { since, codeBy, seen } = phone;
  const maker = usePerson(codeBy ?? '');
  const name = maker === undefined ? '' : (maker?.body.name ?? t('people.nameless'));
  return (
    <ListRow
      icon={OnPhoneIcon}
      tone={seen ? 'leaf' : 'sun'}
      title={t('connect.phones.other')}
      detail={t('connect.about.since', { moment: sayMoment(language, since) })}
      state={
        codeBy === undefined
          ? t('connect.phones.byHub')
          : codeBy === owner.personId
            ? t('connect.phones.byYou')
            : t('connect.phones.by', { name })
      }
      below={children}
    />
  );
}
