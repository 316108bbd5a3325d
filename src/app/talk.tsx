/** The talk after a star, with the fields of an action inside it. */
import { ActionFields } from '../features/actions/ui/action-fields.tsx';
import { TalkScreen } from '../features/conversations/ui/talk-screen.tsx';

export default function Talk() {
  return <TalkScreen ActionForm={ActionFields} />;
}
