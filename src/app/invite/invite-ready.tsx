/** The code: to be scanned, read out, or passed on as a link. Said with it: how long it holds, and for what. */
import { useMemo } from 'preact/hooks';
import { browserShareLink, copyText, shareLink } from '../../platform/share-link.ts';
import { ShareIcon } from '../../ui/icons/act.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Columns, Row, Stack } from '../../ui/parts/layout.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import type { InvitationAnswer } from '../../sync/protocol/hub-api.ts';
import styles from './invite.module.css';
import { QrPicture } from './qr-picture.tsx';

interface InviteReadyProps {
  made: InvitationAnswer;
  /** Whom it was asked for, where they are known here: their name, null where they have not shared it. */
  name: string | null | undefined;
  back: string;
  onAnother(): void;
}

export function InviteReady({ made, name, back, onAnother }: InviteReadyProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const announce = useAnnounce();
  const edge = useMemo(browserShareLink, []);
  const own = made.personId === owner.personId;
  const theirs = made.personId !== undefined && !own;
  const places = made.sites.map(({ name }) => name).join(', ');

  async function copy(text: string): Promise<void> {
    const copied = await copyText(text, edge);
    announce(t(copied ? 'invite.copied' : 'invite.copy.unable'), { shown: true });
  }

  async function share(): Promise<void> {
    const link = { title: t('invite.share.title'), text: t('invite.share.text'), url: made.link };
    const outcome = await shareLink(link, edge);
    if (outcome === 'unable') await copy(made.link);
  }

  return (
    <Screen
      title={t('invite.ready')}
      lead={own ? t('invite.ready.own') : t('invite.ready.other')}
      back={back}
      step="ready"
      width="wide"
      actions={
        <Button kind="primary" icon={ShareIcon} onClick={() => void share()}>
          {t('invite.share')}
        </Button>
      }
    >
      {own && <Whose title={t('invite.yours')} what={t('invite.yours.what')} />}
      {theirs && typeof name === 'string' && (
        <Whose title={t('invite.theirs', { name })} what={t('invite.theirs.what', { name })} />
      )}
      {theirs && typeof name !== 'string' && (
        <Whose title={t('invite.theirs.nameless')} what={t('invite.theirs.nameless.what')} />
      )}
      <Columns gap="l">
        <QrPicture text={made.link} label={t('invite.qr')} />
        <Stack>
          <Card title={t('invite.code')}>
            <p class={styles.code}>{made.code}</p>
            <Row>
              <Button compact onClick={() => void copy(made.code)}>
                {t('invite.copy')}
              </Button>
            </Row>
          </Card>
          <Card title={t('invite.link')}>
            <p class={styles.link}>{made.link}</p>
            <Row>
              <Button compact onClick={() => void copy(made.link)}>
                {t('invite.copy.link')}
              </Button>
            </Row>
          </Card>
          <Notice kind="info">
            <p>{t('invite.once', { moment: sayMoment(language, made.expiresAt) })}</p>
            <p>
              {places === ''
                ? t('invite.gives', { role: t(`record.role.${made.role}`) })
                : t('invite.gives.at', { role: t(`record.role.${made.role}`), sites: places })}
            </p>
          </Notice>
          <Button onClick={onAnother}>{t('invite.another')}</Button>
        </Stack>
      </Columns>
    </Screen>
  );
}

/** It makes its holder somebody who is here: not to be passed on lightly. */
function Whose({ title, what }: { title: string; what: string }) {
  return (
    <Notice kind="attention" title={title}>
      <p>{what}</p>
    </Notice>
  );
}
