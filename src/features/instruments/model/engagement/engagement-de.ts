/** The engagement tool in German. A draft until a native speaker of the partners has checked it. */
import type { EngagementWords } from './engagement-words.ts';

export const german: EngagementWords = {
  title: 'Im Projekt mitmachen',
  purpose:
    'Sechs Punkte zum Mitmachen. Du bewertest jeden Punkt für sich, und nichts wird zusammengezählt. So könnt ihr darüber reden, was gut läuft und was anders werden kann.',
  bands: { basic: 'Am Anfang', 'getting-there': 'Auf gutem Weg', excellent: 'Ausgezeichnet' },
  statements: {
    assets: {
      short: 'Auf Stärken aufbauen',
      name: 'Auf den Stärken aller aufbauen',
      about: 'Wir wissen hier, was jeder Mensch mitbringt, und das Projekt baut darauf auf.',
      levels: {
        basic:
          'Ich kann hier selten zeigen, was ich weiß, was ich kann oder was mir wichtig ist. Es ändert wenig am Projekt.',
        'getting-there':
          'Ich kann oft zeigen, was ich weiß, was ich kann und was mir wichtig ist. Das Projekt nutzt einen Teil meiner Stärken.',
        excellent:
          'Ich kann immer zeigen, was ich weiß, was ich kann und was mir wichtig ist. Das Projekt nutzt meine Stärken ganz.',
      },
      talk: {
        low: 'Welche deiner Stärken werden hier noch nicht genutzt? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du bekommst?',
        high: 'Wann haben deine Stärken hier wirklich gezählt? Wie können wir sie mehr nutzen, und wem sagen wir es?',
      },
    },
    voice: {
      short: 'Gleiche Stimme',
      name: 'Eine gleichwertige Stimme haben',
      about: 'Was jeder von uns sagt, zählt gleich viel, wenn es um das Projekt geht.',
      levels: {
        basic:
          'Ich habe hier wenig mitzureden. Oder ich bekomme die Gelegenheit, aber ich nutze sie nicht oft.',
        'getting-there': 'Ich kann oft mitreden, wie die Dinge hier laufen, und das tue ich auch.',
        excellent:
          'Ich bin immer zu gleichen Teilen dabei: beim Leiten, beim Planen und wenn wir schauen, wie gut es läuft. Meine Meinung zählt so viel wie die von Fachleuten.',
      },
      talk: {
        low: 'Wobei möchtest du mehr mitreden? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du zum Reden bekommst?',
        high: 'Wann hat sich etwas geändert, weil du etwas gesagt hast? Wie schaffen wir dafür mehr Raum, und wem sagen wir es?',
      },
    },
    responsibility: {
      short: 'Verantwortung teilen',
      name: 'Verantwortung teilen',
      about: 'Jeder von uns trägt einen fairen Teil dazu bei, dass das Projekt gelingt.',
      levels: {
        basic:
          'Ich bekomme wenig, um das ich mich selbst kümmern darf. Oder ich bekomme etwas, aber ich nehme es nicht oft in die Hand.',
        'getting-there':
          'Ich darf mich oft um Teile der Arbeit selbst kümmern, und ich nehme sie in die Hand.',
        excellent:
          'Ich fühle mich stark für das Projekt verantwortlich. Ob es gut oder schlecht läuft, das ist genauso meine Sache wie die der anderen.',
      },
      talk: {
        low: 'Worum möchtest du dich selbst kümmern? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du bekommst, etwas in die Hand zu nehmen?',
        high: 'Was hast du in die Hand genommen, das gut gelaufen ist? Wie können wir mehr so aufteilen, und wem sagen wir es?',
      },
    },
    celebrating: {
      short: 'Einander feiern',
      name: 'Einander feiern',
      about: 'Wir sehen, was jeder Mensch zur Arbeit beiträgt, und wir sagen es gern.',
      levels: {
        basic: 'Ich trage nur wenig bei. Oder ich trage etwas bei, und niemand scheint es zu merken.',
        'getting-there': 'Ich trage oft etwas bei, und das Team freut sich und zeigt es.',
        excellent:
          'Ich spüre deutlich, dass mein Beitrag geschätzt wird. Und ich feiere, was die anderen mitbringen.',
      },
      talk: {
        low: 'Was hast du hier getan, das andere mehr sehen könnten? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du bekommst, etwas beizutragen?',
        high: 'Wann hast du dich hier geschätzt gefühlt? Wie können wir das öfter füreinander tun, und wem sagen wir es?',
      },
    },
    support: {
      short: 'Gegenseitige Hilfe',
      name: 'Gegenseitige Hilfe fördern',
      about: 'Menschen aus dem Projekt und der Nachbarschaft lernen sich kennen und helfen sich.',
      levels: {
        basic:
          'Ich kenne wenige Leute im Projekt und in der Nachbarschaft. Ich wüsste nicht, wen ich um Hilfe bitten kann.',
        'getting-there':
          'Ich kenne einige Leute hier und in der Nachbarschaft, und es werden mehr. Ich weiß, wen ich um Hilfe bitten kann.',
        excellent:
          'Ich kenne viele Leute gut, hier und in der Nachbarschaft. Ich weiß, wen ich um Hilfe bitten kann, und andere kommen auch zu mir.',
      },
      talk: {
        low: 'Wen möchtest du besser kennenlernen, hier oder in der Nachbarschaft? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du bekommst, Leute zu treffen?',
        high: 'Wer hat dir geholfen, und wem hast du geholfen? Wie können mehr Leute das erleben, und wem sagen wir es?',
      },
    },
    benefits: {
      short: 'Nutzen für viele',
      name: 'Mehr Nutzen für viele schaffen',
      about: 'Alle wollen auch anderen Menschen in der Umgebung Gutes tun.',
      levels: {
        basic: 'Ich weiß kaum, was das Projekt den Menschen und der Gegend Gutes bringt.',
        'getting-there': 'Ich verstehe, wie mein Teil den Menschen hier und der Gegend um uns hilft.',
        excellent: 'Ich suche Wege, so viel Gutes zu tun, wie ich kann, für viele Menschen und Gruppen.',
      },
      talk: {
        low: 'Was möchtest du über das Gute wissen, das dieses Projekt tut? Liegt es an dir, daran, wie das Projekt läuft, oder an den Gelegenheiten, die du bekommst, es zu sehen?',
        high: 'Was ist Gutes aus deiner Arbeit entstanden? Wie können wir mehr davon tun, und wem sagen wir es?',
      },
    },
  },
};
