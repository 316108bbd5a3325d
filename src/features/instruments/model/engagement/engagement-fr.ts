/** The engagement tool in French. A draft until a native speaker of the partners has checked it. */
import type { EngagementWords } from './engagement-words.ts';

export const french: EngagementWords = {
  title: 'Prendre part au projet',
  purpose:
    "Six points sur ta façon de prendre part. Tu notes chaque point à part, et rien n'est additionné. Cela t'aide à parler de ce qui marche et de ce qui peut changer.",
  bands: { basic: 'De base', 'getting-there': 'En bonne voie', excellent: 'Excellent' },
  statements: {
    assets: {
      short: 'Miser sur nos atouts',
      name: 'Miser sur les atouts de chacun',
      about: "Ici, on connaît ce que chaque personne apporte, et le projet s'appuie dessus.",
      levels: {
        basic:
          "J'ai rarement l'occasion de montrer ce que je sais, ce que je sais faire ou ce qui compte pour moi. Cela change peu de choses dans le projet.",
        'getting-there':
          "J'ai souvent l'occasion de montrer ce que je sais, ce que je sais faire et ce qui compte pour moi. Le projet utilise une partie de mes points forts.",
        excellent:
          'Je peux toujours montrer ce que je sais, ce que je sais faire et ce qui compte pour moi. Le projet utilise pleinement mes points forts.',
      },
      talk: {
        low: "Lesquels de tes points forts ne servent pas encore ici ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne ?",
        high: 'Quand est-ce que tes points forts ont vraiment compté ici ? Comment les utiliser davantage, et à qui le dire ?',
      },
    },
    voice: {
      short: 'Une voix égale',
      name: 'Avoir une voix égale',
      about: 'La parole de chacun a le même poids dans la conduite du projet.',
      levels: {
        basic:
          "J'ai peu mon mot à dire sur la façon dont les choses se font ici. Ou j'en ai l'occasion, mais je ne la prends pas souvent.",
        'getting-there': "J'ai souvent mon mot à dire sur la façon dont les choses se font, et je le dis.",
        excellent:
          "J'ai toujours une part égale pour mener et guider le projet, et pour dire s'il marche bien. Mon avis compte autant que celui des professionnels.",
      },
      talk: {
        low: "Sur quoi voudrais-tu avoir davantage ton mot à dire ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne de parler ?",
        high: "Quand est-ce qu'une chose a changé parce que tu as parlé ? Comment faire plus de place à cela, et à qui le dire ?",
      },
    },
    responsibility: {
      short: 'Partager la responsabilité',
      name: 'Partager la responsabilité',
      about: 'Chacun de nous porte une part juste de la réussite du projet.',
      levels: {
        basic: "On me confie peu de choses. Ou on m'en confie, mais je ne les prends pas souvent en main.",
        'getting-there': 'On me confie souvent des parties du travail, et je les prends en main.',
        excellent:
          "Je me sens vraiment responsable du projet. Qu'il marche bien ou mal, c'est autant mon affaire que celle des autres.",
      },
      talk: {
        low: "Qu'est-ce que tu voudrais prendre en main ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne d'agir ?",
        high: "Qu'est-ce que tu as pris en main et qui a bien marché ? Comment partager plus de choses ainsi, et à qui le dire ?",
      },
    },
    celebrating: {
      short: "Se mettre à l'honneur",
      name: "Se mettre à l'honneur les uns les autres",
      about: 'On remarque ce que chaque personne apporte au travail, et on le dit avec plaisir.',
      levels: {
        basic: "J'apporte peu de choses. Ou j'en apporte, et personne ne semble le remarquer.",
        'getting-there': "J'apporte souvent quelque chose, et l'équipe montre que cela lui fait plaisir.",
        excellent:
          "Je sens vraiment que ce que j'apporte a de la valeur. Et je mets à l'honneur ce que les autres apportent.",
      },
      talk: {
        low: "Qu'as-tu fait ici que les autres pourraient mieux remarquer ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne d'apporter quelque chose ?",
        high: 'Quand as-tu senti que tu avais de la valeur ici ? Comment faire cela plus souvent entre nous, et à qui le dire ?',
      },
    },
    support: {
      short: "S'entraider",
      name: "Encourager l'entraide",
      about: "Les gens du projet et du quartier se rencontrent et s'aident les uns les autres.",
      levels: {
        basic:
          "Je connais peu de gens dans le projet et dans le quartier. Je ne saurais pas à qui demander de l'aide.",
        'getting-there':
          "Je connais pas mal de gens ici et dans le quartier, et j'en rencontre d'autres. Je sais à qui demander de l'aide.",
        excellent:
          "Je connais bien beaucoup de gens, ici et dans le quartier. Je sais à qui demander de l'aide, et on vient aussi m'en demander.",
      },
      talk: {
        low: "Qui voudrais-tu mieux connaître, ici ou dans le quartier ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne de rencontrer des gens ?",
        high: "Qui t'a aidé, et qui as-tu aidé ? Comment faire pour que plus de gens vivent cela, et à qui le dire ?",
      },
    },
    benefits: {
      short: 'Des bienfaits plus larges',
      name: 'Créer des bienfaits plus larges',
      about: 'Chacun cherche à faire du bien plus largement autour de soi.',
      levels: {
        basic: 'Je ne sais pas trop quel bien le projet fait aux gens et au quartier.',
        'getting-there': "Je comprends comment ma part aide les gens d'ici et le quartier autour de nous.",
        excellent: 'Je cherche comment faire le plus de bien possible, pour beaucoup de gens et de groupes.',
      },
      talk: {
        low: "Que voudrais-tu savoir du bien que fait ce projet ? Est-ce que cela vient de toi, de la façon dont le projet est mené, ou des occasions qu'on te donne de le voir ?",
        high: 'Quel bien as-tu vu naître de ton travail ? Comment en faire plus, et à qui le dire ?',
      },
    },
  },
};
