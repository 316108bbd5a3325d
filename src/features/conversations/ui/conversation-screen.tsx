/** One talk: what was said, and what came of it. */
import { useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { ActionIcon, StarIcon } from '../../../ui/icons/kinds.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { RecordLines } from '../../../ui/record/record-lines.tsx';
import { RecordPage } from '../../../ui/record/record-page.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { action } from '../../actions/model/action.ts';
import { watchActionsOf } from '../data.ts';
import styles from './conversation-screen.module.css';
import { conversation, type ConversationBody } from '../model/conversation.ts';

export default function ConversationScreen() {
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordPage id={id} kind={conversation} back="/star" edit={`/conversation/${id}/edit`}>
      {(version) => <Talk version={version} />}
    </RecordPage>
  );
}

function Talk({ version }: { version: Version<ConversationBody> }) {
  const t = useText();
  const say = useWords();
  const { store } = useServices();
  const { id, subject, body } = version;
  const actions = useLive(() => watchActionsOf(store, { id, subject }), [store, id, subject]) ?? [];
  return (
    <>
      <RecordLines kind={conversation} body={body} />
      <section class={styles.comes}>
        <h2>{t('conversations.comes')}</h2>
        {actions.length === 0 && <p>{t('conversations.comes.nothing')}</p>}
        <List label={t('conversations.comes')}>
          {actions.map((one) => {
            const { title, detail } = action.summary(one.body, one.audience);
            return (
              <ListRow
                key={one.id}
                icon={ActionIcon}
                tone="sun"
                title={say(title)}
                detail={detail && say(detail)}
                state={<DeliveryMark of={one} />}
                href={`/action/${one.id}`}
              />
            );
          })}
          <ListRow icon={StarIcon} title={t('conversations.toStar')} href={`/reading/${body.reading}`} />
        </List>
      </section>
    </>
  );
}
