/** The peer of a first screen: SurveyJS with the six statements of the engagement tool as questions from 1 to 6. */
import 'survey-core/survey-core.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

/** Written out in the one language that is shown: the tool itself would bring all its languages along. */
const statements = [
  ['Building on assets', 'What each person brings is known here, and the project is built on it.'],
  ['Having an equal voice', 'What each of us says counts the same when the project is run.'],
  ['Sharing responsibility', 'Each of us carries a fair part of making the project work.'],
  ['Celebrating each other', 'We notice what each person adds to the work, and we say so gladly.'],
  ['Encouraging mutual support', 'People in the project and in the area meet, and they help each other.'],
  ['Realising broader benefits', 'Everyone seeks wider benefit for others in the community.'],
] as const;

const survey = new Model({
  title: 'Taking part in the project',
  elements: statements.map(([title, description]) => ({
    type: 'rating',
    name: title,
    title,
    description,
    rateMin: 1,
    rateMax: 6,
  })),
});
const place = document.getElementById('survey');
if (place) renderSurvey(survey, place);
