/** The engagement tool in English, the language the others are made from. */
import type { EngagementWords } from './engagement-words.ts';

export const english: EngagementWords = {
  title: 'Taking part in the project',
  purpose:
    'Six things about taking part. You score each one by itself, and nothing is added up. It helps you to talk about what works and what to change.',
  bands: { basic: 'Basic', 'getting-there': 'Getting there', excellent: 'Excellent' },
  statements: {
    assets: {
      short: 'Building on assets',
      name: 'Building on assets',
      about: 'What each person brings is known here, and the project is built on it.',
      levels: {
        basic:
          'I seldom get to show what I know, what I can do or what I care about. It changes little in the project.',
        'getting-there':
          'I often get to show what I know, what I can do and what I care about. The project uses some of my strengths.',
        excellent:
          'I can always show what I know, what I can do and what I care about. The project makes full use of my strengths.',
      },
      talk: {
        low: 'Which of your strengths are not used here yet? Is it about you, about how the project is run, or about the chances you get?',
        high: 'When did your strengths really count here? How can we use them more, and whom do we tell?',
      },
    },
    voice: {
      short: 'Equal voice',
      name: 'Having an equal voice',
      about: 'What each of us says counts the same when the project is run.',
      levels: {
        basic:
          "I have little say in how things are run here. Or I get the chance, but I don't often take it.",
        'getting-there': 'I often have a say in how things are run, and I use it.',
        excellent:
          "I always have an equal part in running and steering the project, and in saying how well it goes. My view counts as much as a professional's.",
      },
      talk: {
        low: 'Where would you like more of a say? Is it about you, about how the project is run, or about the chances you get to speak?',
        high: 'When did something change because you spoke? How do we make more room for that, and whom do we tell?',
      },
    },
    responsibility: {
      short: 'Sharing responsibility',
      name: 'Sharing responsibility',
      about: 'Each of us carries a fair part of making the project work.',
      levels: {
        basic: "I get few things to be in charge of. Or I get them, but I don't often take them on.",
        'getting-there': 'I am often in charge of parts of the work, and I take them on.',
        excellent:
          "I feel strongly responsible for the project. Whether it goes well or badly, that is as much mine as anyone's.",
      },
      talk: {
        low: 'What would you like to be in charge of? Is it about you, about how the project is run, or about the chances you get to take something on?',
        high: 'What did you take on that went well? How can we share out more like that, and whom do we tell?',
      },
    },
    celebrating: {
      short: 'Celebrating each other',
      name: 'Celebrating each other',
      about: 'We notice what each person adds to the work, and we say so gladly.',
      levels: {
        basic: 'I add only a little. Or I add something, and nobody seems to notice.',
        'getting-there': 'I often add something, and the team is glad and shows it.',
        excellent: 'I feel sure that people value what I add. I celebrate what others bring, too.',
      },
      talk: {
        low: 'What have you done here that others could notice more? Is it about you, about how the project is run, or about the chances you get to add something?',
        high: 'When did you feel valued here? How can we do that for each other more often, and whom do we tell?',
      },
    },
    support: {
      short: 'Mutual support',
      name: 'Encouraging mutual support',
      about: 'People in the project and in the area meet, and they help each other.',
      levels: {
        basic: 'I know few people in the project and in the area. I would not know whom to ask for help.',
        'getting-there':
          'I know a good number of people here and in the area, and I meet more. I know whom to ask for help.',
        excellent:
          'I know many people well, here and in the area. I know whom to ask for help, and people come to me for help too.',
      },
      talk: {
        low: 'Whom would you like to know better, here or in the area? Is it about you, about how the project is run, or about the chances you get to meet people?',
        high: 'Who has helped you, and whom have you helped? How can more people have that, and whom do we tell?',
      },
    },
    benefits: {
      short: 'Broader benefits',
      name: 'Realising broader benefits',
      about: 'Everyone seeks wider benefit for others in the community.',
      levels: {
        basic: 'I hardly know what good the project does for people and for the area.',
        'getting-there': 'I understand how my part helps the people here and the area around us.',
        excellent: 'I look for ways to do the most good I can, for many people and groups.',
      },
      talk: {
        low: 'What would you like to know about the good this project does? Is it about you, about how the project is run, or about the chances you get to see it?',
        high: 'What good have you seen come from your work? How can we do more of it, and whom do we tell?',
      },
    },
  },
};
