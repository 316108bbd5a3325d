/** The moments at which what could not be fetched may be there: the network is back, or the app is looked at again. */

/** Gives what ends it. */
export function whenBack(back: (why: 'online' | 'front') => void): () => void {
  const online = () => back('online');
  const front = () => {
    if (document.visibilityState === 'visible') back('front');
  };
  addEventListener('online', online);
  document.addEventListener('visibilitychange', front);
  return () => {
    removeEventListener('online', online);
    document.removeEventListener('visibilitychange', front);
  };
}
