/** The engagement tool in Luxembourgish. A draft until a native speaker of the partners has checked it. */
import type { EngagementWords } from './engagement-words.ts';

export const luxembourgish: EngagementWords = {
  title: 'Am Projet matmaachen',
  purpose:
    "Sechs Punkten iwwert d'Matmaachen. Du gëss all Punkt eng eege Bewäertung, an näischt gëtt zesummegezielt. Et hëlleft iech, driwwer ze schwätzen, wat gutt leeft a wat anescht ka ginn.",
  bands: { basic: 'Um Ufank', 'getting-there': 'Op guddem Wee', excellent: 'Exzellent' },
  statements: {
    assets: {
      short: 'Op Stäerkten opbauen',
      name: 'Op de Stäerkte vu jidderengem opbauen',
      about: 'Mir wëssen hei, wat jidderee matbréngt, an de Projet baut dorop op.',
      levels: {
        basic:
          'Ech kann hei seele weisen, wat ech weess, wat ech kann oder wat mir wichteg ass. Et ännert wéineg um Projet.',
        'getting-there':
          'Ech kann dacks weisen, wat ech weess, wat ech kann a wat mir wichteg ass. De Projet notzt en Deel vu menge Stäerkten.',
        excellent:
          'Ech kann ëmmer weisen, wat ech weess, wat ech kann a wat mir wichteg ass. De Projet notzt all meng Stäerkten.',
      },
      talk: {
        low: 'Wéi eng vun denge Stäerkte ginn hei nach net genotzt? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss?',
        high: 'Wéini hunn deng Stäerkten hei wierklech gezielt? Wéi kënne mir se méi notzen, a wiem soe mir et?',
      },
    },
    voice: {
      short: 'Eng gläich Stëmm',
      name: 'Eng gläichwäerteg Stëmm hunn',
      about: "Wat jidderee vun eis seet, zielt d'selwecht, wann et ëm de Projet geet.",
      levels: {
        basic:
          "Ech hunn hei wéineg matzeschwätzen. Oder ech kréien d'Geleeënheet, mee ech notze se net dacks.",
        'getting-there': "Ech ka dacks matschwätzen, wéi d'Saachen hei lafen, an dat maachen ech och.",
        excellent:
          'Ech sinn ëmmer zu gläichen Deeler dobäi: beim Leeden, beim Plangen a wa mir kucken, wéi gutt et leeft. Meng Meenung zielt esou vill wéi déi vun de Fachleit.',
      },
      talk: {
        low: 'Wou wëlls du méi matschwätzen? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss, fir eppes ze soen?',
        high: 'Wéini huet sech eppes geännert, well s du eppes gesot hues? Wéi maache mir dofir méi Plaz, a wiem soe mir et?',
      },
    },
    responsibility: {
      short: 'Verantwortung deelen',
      name: 'Verantwortung deelen',
      about: 'Jidderee vun eis dréit e fairen Deel dozou bäi, datt de Projet geléngt.',
      levels: {
        basic:
          "Ech kréie wéineg, ëm dat ech mech selwer këmmere kann. Oder ech kréien eppes, mee ech huelen et net dacks an d'Hand.",
        'getting-there':
          "Ech ka mech dacks selwer ëm Deeler vun der Aarbecht këmmeren, an ech huele se an d'Hand.",
        excellent:
          'Ech fille mech staark responsabel fir de Projet. Ob et gutt oder schlecht leeft, dat ass genee esou meng Saach wéi déi vun deenen aneren.',
      },
      talk: {
        low: "Ëm wat wëlls du dech selwer këmmeren? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss, fir eppes an d'Hand ze huelen?",
        high: "Wat hues du an d'Hand geholl, wat gutt gelaf ass? Wéi kënne mir méi esou opdeelen, a wiem soe mir et?",
      },
    },
    celebrating: {
      short: 'Eis géigesäiteg feieren',
      name: 'Eis géigesäiteg feieren',
      about: 'Mir gesinn, wat jiddereen zur Aarbecht bäidréit, a mir soen et gär.',
      levels: {
        basic: 'Ech droe just wéineg bäi. Oder ech droen eppes bäi, a kee schéngt et ze mierken.',
        'getting-there': "Ech droen dacks eppes bäi, an d'Equipe freet sech a weist et.",
        excellent:
          "Ech spieren däitlech, datt d'Leit schätzen, wat ech bäidroen. An ech feieren dat, wat déi aner matbréngen.",
      },
      talk: {
        low: 'Wat hues du hei gemaach, wat déi aner méi gesi kéinten? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss, fir eppes bäizedroen?',
        high: 'Wéini hues du gespuert, datt s du hei geschat gëss? Wéi kënne mir dat méi dacks fireneen maachen, a wiem soe mir et?',
      },
    },
    support: {
      short: 'Sech géigesäiteg hëllefen',
      name: 'Géigesäiteg Hëllef fërderen',
      about: "D'Leit aus dem Projet an aus der Noperschaft léieren sech kennen an hëllefe sech.",
      levels: {
        basic:
          'Ech kenne wéineg Leit am Projet an an der Noperschaft. Ech wéisst net, wien ech ëm Hëllef froe kann.',
        'getting-there':
          'Ech kennen eng Rëtsch Leit hei an an der Noperschaft, an et gi méi. Ech weess, wien ech ëm Hëllef froe kann.',
        excellent:
          'Ech kenne vill Leit gutt, hei an an der Noperschaft. Ech weess, wien ech ëm Hëllef froe kann, an déi aner kommen och bei mech.',
      },
      talk: {
        low: 'Wie wëlls du besser kenneléieren, hei oder an der Noperschaft? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss, fir Leit ze gesinn?',
        high: 'Wien huet dir gehollef, a wiem hues du gehollef? Wéi kënne méi Leit dat erliewen, a wiem soe mir et?',
      },
    },
    benefits: {
      short: 'Notze fir vill Leit',
      name: 'Méi Notze fir vill Leit schafen',
      about: 'Jidderee wëll och anere Leit an der Ëmgéigend Guddes doen.',
      levels: {
        basic: 'Ech weess kaum, wat de Projet de Leit an der Géigend Guddes bréngt.',
        'getting-there': 'Ech verstinn, wéi mäin Deel de Leit hei an der Géigend ronderëm hëlleft.',
        excellent: 'Ech siche Weeër, fir esou vill Guddes ze doen, wéi ech kann, fir vill Leit a Gruppen.',
      },
      talk: {
        low: 'Wat wëlls du iwwert dat Gutt wëssen, dat dëse Projet mécht? Läit et un dir, un der Aart, wéi de Projet leeft, oder un de Geleeënheeten, déi s du kriss, fir et ze gesinn?',
        high: 'Wat ass Guddes aus denger Aarbecht entstanen? Wéi kënne mir méi dovu maachen, a wiem soe mir et?',
      },
    },
  },
};
