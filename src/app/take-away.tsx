/** "Take it away" with what only the app knows: its version. */
import { TakeAwayScreen } from '../features/takeaway/ui/take-away-screen.tsx';
import { useApp } from './app-context.tsx';

export default function TakeAway() {
  return <TakeAwayScreen version={useApp().version} />;
}
