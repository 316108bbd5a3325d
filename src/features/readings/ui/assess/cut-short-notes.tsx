/** On the way back into the form: with which statements a spoken note was cut short. */
import { CutShortAt } from '../../../../ui/capture/cut-short.tsx';
import type { FormTakes } from '../../../../ui/capture/use-takes.ts';
import { useTextState } from '../../../../ui/text/use-text.ts';
import { inLanguage, type Instrument } from '../../../instruments/model/instrument.ts';

export function CutShortNotes({ takes, instrument }: { takes: FormTakes; instrument: Instrument }) {
  const language = useTextState().language.value;
  return (
    <>
      {instrument.statements.map(({ id, short }) => {
        const found = takes.found.get(id);
        return found && <CutShortAt key={id} found={found} where={inLanguage(short, language)} />;
      })}
    </>
  );
}
