/** A rule of this server's owner, in the way json-server takes them (`--middlewares`). */
const { refusedWord } = require('./refused-word.json');

/**
 * @param {{ body?: unknown }} request
 * @param {{ status(code: number): { json(body: object): void } }} answer
 * @param {() => void} next
 */
module.exports = (request, answer, next) => {
  if (!JSON.stringify(request.body ?? null).includes(refusedWord)) next();
  else answer.status(422).json({ error: 'this word is not taken here' });
};
