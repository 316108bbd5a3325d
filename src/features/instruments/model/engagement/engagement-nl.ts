/** The engagement tool in Dutch. A draft until a native speaker of the partners has checked it. */
import type { EngagementWords } from './engagement-words.ts';

export const dutch: EngagementWords = {
  title: 'Meedoen in het project',
  purpose:
    'Zes punten over meedoen. Je geeft elk punt apart een score, en niets wordt opgeteld. Zo kun je praten over wat werkt en wat anders kan.',
  bands: { basic: 'Basis', 'getting-there': 'Goed op weg', excellent: 'Uitstekend' },
  statements: {
    assets: {
      short: 'Bouwen op sterke kanten',
      name: 'Bouwen op ieders sterke kanten',
      about: 'We weten hier wat iedereen meebrengt, en het project bouwt daarop.',
      levels: {
        basic:
          'Ik kan hier zelden laten zien wat ik weet, wat ik kan of wat ik belangrijk vind. Het verandert weinig aan het project.',
        'getting-there':
          'Ik kan vaak laten zien wat ik weet, wat ik kan en wat ik belangrijk vind. Het project gebruikt een deel van mijn sterke kanten.',
        excellent:
          'Ik kan altijd laten zien wat ik weet, wat ik kan en wat ik belangrijk vind. Het project gebruikt mijn sterke kanten helemaal.',
      },
      talk: {
        low: 'Welke van je sterke kanten worden hier nog niet gebruikt? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt?',
        high: 'Wanneer telden jouw sterke kanten hier echt mee? Hoe kunnen we ze meer gebruiken, en aan wie vertellen we het?',
      },
    },
    voice: {
      short: 'Een gelijke stem',
      name: 'Een gelijke stem hebben',
      about: 'Wat ieder van ons zegt, telt even zwaar bij het leiden van het project.',
      levels: {
        basic:
          'Ik heb weinig te zeggen over hoe het hier gaat. Of ik krijg de kans wel, maar ik pak die niet vaak.',
        'getting-there': 'Ik heb vaak iets te zeggen over hoe het hier gaat, en dat doe ik ook.',
        excellent:
          'Ik heb altijd een gelijk deel in het leiden en sturen van het project, en in zeggen hoe goed het gaat. Mijn mening telt net zo zwaar als die van een professional.',
      },
      talk: {
        low: 'Waarover wil je meer te zeggen hebben? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt om te praten?',
        high: 'Wanneer veranderde er iets doordat jij het zei? Hoe maken we daar meer ruimte voor, en aan wie vertellen we het?',
      },
    },
    responsibility: {
      short: 'Samen verantwoordelijk',
      name: 'Verantwoordelijkheid delen',
      about: 'Ieder van ons draagt een eerlijk deel om het project te laten slagen.',
      levels: {
        basic:
          'Ik krijg weinig dingen waar ik voor mag zorgen. Of ik krijg ze wel, maar ik pak ze niet vaak op.',
        'getting-there': 'Ik mag vaak voor delen van het werk zorgen, en dat pak ik op.',
        excellent:
          'Ik voel me sterk verantwoordelijk voor het project. Of het nu goed of slecht gaat, het is net zo goed van mij als van de anderen.',
      },
      talk: {
        low: 'Waar zou jij voor willen zorgen? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt om iets op te pakken?',
        high: 'Wat heb je opgepakt dat goed ging? Hoe kunnen we meer zo verdelen, en aan wie vertellen we het?',
      },
    },
    celebrating: {
      short: 'Elkaar waarderen',
      name: 'Elkaar in het zonnetje zetten',
      about: 'We zien wat iedereen aan het werk toevoegt, en dat zeggen we graag.',
      levels: {
        basic: 'Ik voeg maar weinig toe. Of ik voeg wel iets toe, en niemand lijkt het te zien.',
        'getting-there': 'Ik voeg vaak iets toe, en het team is daar blij mee en laat dat zien.',
        excellent:
          'Ik voel echt dat mensen waarderen wat ik toevoeg. En ik zet anderen in het zonnetje om wat zij meebrengen.',
      },
      talk: {
        low: 'Wat heb je hier gedaan dat anderen beter zouden mogen zien? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt om iets toe te voegen?',
        high: 'Wanneer voelde jij je hier gewaardeerd? Hoe kunnen we dat vaker voor elkaar doen, en aan wie vertellen we het?',
      },
    },
    support: {
      short: 'Elkaar steunen',
      name: 'Onderlinge steun aanmoedigen',
      about: 'Mensen uit het project en de buurt ontmoeten elkaar en helpen elkaar.',
      levels: {
        basic:
          'Ik ken weinig mensen in het project en in de buurt. Ik zou niet weten wie ik om hulp kan vragen.',
        'getting-there':
          'Ik ken best veel mensen hier en in de buurt, en ik leer er meer kennen. Ik weet wie ik om hulp kan vragen.',
        excellent:
          'Ik ken veel mensen goed, hier en in de buurt. Ik weet wie ik om hulp kan vragen, en mensen komen ook bij mij.',
      },
      talk: {
        low: 'Wie wil je beter leren kennen, hier of in de buurt? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt om mensen te ontmoeten?',
        high: 'Wie heeft jou geholpen, en wie heb jij geholpen? Hoe kunnen meer mensen dat krijgen, en aan wie vertellen we het?',
      },
    },
    benefits: {
      short: 'Bredere voordelen',
      name: 'Bredere voordelen bereiken',
      about: 'Iedereen wil goed doen voor meer mensen in de omgeving.',
      levels: {
        basic: 'Ik weet nauwelijks wat voor goeds het project doet voor mensen en voor de buurt.',
        'getting-there': 'Ik begrijp hoe mijn deel de mensen hier en de buurt helpt.',
        excellent: 'Ik zoek manieren om zo veel mogelijk goed te doen, voor veel mensen en groepen.',
      },
      talk: {
        low: 'Wat wil je weten over het goede dat dit project doet? Ligt het aan jou, aan hoe het project loopt, of aan de kansen die je krijgt om het te zien?',
        high: 'Wat voor goeds zag je uit je werk komen? Hoe kunnen we er meer van doen, en aan wie vertellen we het?',
      },
    },
  },
};
