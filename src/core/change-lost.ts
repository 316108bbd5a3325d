/** A change to a form that was left could not be kept. Thrown where no form is open any more to say it in: the app does. */
export class ChangeLost extends Error {}
