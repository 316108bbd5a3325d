/** The peer of a first screen: SurveyJS with the six statements of the engagement tool as questions from 1 to 6. */
import 'survey-core/survey-core.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { english } from '../../../src/features/instruments/model/engagement/engagement-en.ts';

const survey = new Model({
  title: english.title,
  elements: Object.entries(english.statements).map(([name, { name: title, about }]) => ({
    type: 'rating',
    name,
    title,
    description: about,
    rateMin: 1,
    rateMax: 6,
  })),
});
const place = document.getElementById('survey');
if (place) renderSurvey(survey, place);
