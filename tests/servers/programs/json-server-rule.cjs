/** A rule of this server's owner, in the way json-server takes them (`--middlewares`). */
const { refusedWord } = require('./refused-word.json');

module.exports = (request, answer, next) => {
  if (!JSON.stringify(request.body ?? null).includes(refusedWord)) return next();
  answer.status(422).json({ error: 'this word is not taken here' });
};
