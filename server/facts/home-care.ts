import { Phrases } from './phrases';

/** What is put on or worn at home after an injection, and what one goes back to. */
const thing =
  '(dressing|dressings|bandage|bandages|bandaid|bandaids|aid|aids|plaster|plasters|tape|gauze|wrap|wraps|razor|clipper|clippers|hose|boots|sheet|sheets|sheeting|silicone|clip|clips|splint|sling|brace|boot|pad|pads|pack|packs|compress|compresses|cap|hat|collar|helmet|sock|socks|shoe|shoes|glove|gloves|ointment|vaseline|petrolatum|aquaphor|cover|earring|earrings|hoops|stud|mask|makeup|garment|stocking|stockings|massage|heat|warmth|sunscreen|tegaderm|coban|steri|moleskin|soak|soaks|rinse|rinses|compression|diet)';
const pastime =
  '(sport|sports|gym|practice|game|games|school|class|work|daycare|camp|swimming|swim|pool|pools|bath|baths|shower|showers|shampoo|soap|exercise|running|lifting|shaving|washing|waxing|sauna|tub|beach|sun|intercourse|sex|pressure|rubbing|scratching|picking|weight|standing|walking|driving|dancing|wrestling|hockey|soccer|football|basketball|gymnastics|ball|drinks|drink|food|foods|alcohol|coffee|hot)';
const verb =
  '(wash|wet|soak|shave|pick|scratch|rub|touch|swim|wear|squeeze|pop|peel|dig|trim|lift|bend|kneel|run|jump|dance|drive|fly|lie|bathe|shower|shampoo|scrub|massage|remove|disturb|chew|lick|brush|take off|get wet|use soap|cover|uncover|unwrap)';

/** What may come of an injection, and is called usual beforehand. */
const reaction =
  '(blister|blisters|blistering|redness|soreness|swelling|fever|chills|bruise|bruises|bruising|crust|crusts|crusting|scab|scabs|peeling|itching|stinging|sore arm)';

const things = new Phrases(thing);
const forbidsThing = new Phrases(
  `(no|avoid|skip|without|not any) ${pastime}`,
  `(no|avoid|skip|without|not any) (*) ${pastime}`,
  `(no|avoid|skip|without|not any) ${thing}`,
  `(no|avoid|skip|without|not any) (*) (*) ${pastime}`,
  `(keep|keeps|refrain|abstain|stay|stays) (away|) (from|off|out of) (the|) ${pastime}`,
  'nothing (in|on|over|under|into|to|between|by)',
);
const forbidsDoing = new Phrases(`(don't|dont|do not|please not|to not|not to|should not|must not|never) ${verb}`);
const forbidsBare = new Phrases(`(and|or|but|so|please|to|) (not|never) (to|) ${verb}`);
const allows = new Phrases(
  `(${pastime}|${thing}) (is|are|) (ok|okay|fine|allowed|permitted)`,
  `(ok|okay|fine|allowed|free|welcome) (to|for|with) (go|return|resume|play|use|${pastime}|${verb})`,
  `(can|may) (go|go back|return|resume|get back|be back) (to|in|at) (the|) ${pastime}`,
  '(ok|okay|fine|normal|expected|usual) (for|x|in|from|after|until) (the first|1|2|3|4|5|a day|a few|one|two|three|tomorrow|tonight)',
  `(can|may) ${verb} `,
  '(keep|leave) (it|them|the|his|her|your|both|) (*|) (dry|clean|covered|wrapped|elevated|raised|alone|uncovered|short|trimmed)',
  `${reaction} (is|are|) (ok|okay|fine|normal|expected)`,
);
const begins = new Phrases(verb, '(keep|leave) (it|them|this|) (on|off|in place)');
/** "No scrubbing over the sites": any doing, but nothing that is felt or seen. */
const forbidsAny = /\b(?:no|avoid|without) (?:[a-z]{2,14} )?([a-z]{2,14}ing)\b/;
const felt = new Phrases(
  '(bleeding|swelling|itching|burning|stinging|scarring|oozing|crusting|scaling|bruising|tingling|vomiting|weeping|blistering|throbbing|draining|dimpling|thinning|cramping|wheezing|coughing|healing|anything|nothing|something|during|morning|evening|finding|warning|remaining|following|including|spreading|staining|feeling|shaking|fainting|shedding|pitting)',
);
const calls = new Phrases(
  '(knows|know|understands|understand) (how|not|when|what) to',
  '(call|calls|phone|ring|text|message|page|contact|tell) (me|us|the clinic|the office|our line|here) (the|) (same day|right away|at once|immediately|if|for|when|with|about any|over)',
  '(call|phone|come in|comes in|come back|return|send (a|) (picture|photo|photos)) (right away|at once|same day|if|when|with any)',
  '(same|usual|standard|home) (home|) precautions',
  'precautions (as before|reviewed|re read|reread)',
);

/** What says one of these says what to do; most clauses say none. */
const speaksOfCare = Phrases.union(calls, forbidsDoing, forbidsBare, allows, begins, forbidsThing, things);

function forbidsDoingSo(clause: string): boolean {
  const doing = forbidsAny.exec(clause)?.[1];
  return doing !== undefined && !felt.in(doing);
}

/** A time that begins when the patient has left. */
const later = new Phrases(
  '(tonight|bedtime|tomorrow|tmrw|tmw|overnight|nights|nightly|daily|bid|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)',
  '(until|till|til|from|by|in) (the|) (morning|am|evening|pm|night|shower|bath|next)',
  '(twice|once) (a|per|) (day|daily|night)',
  '(at|every|each|for the|before) (night|bed|bedtime)',
  'from day',
  '(at|during) (work|school|practice|training|sport|sports|the gym)',
  '(until|till|til) (the|) (numb*|it|they|she|he|heal*|scab*|gone|dry|crust*|redness|swelling|sore*)',
  'the rest of (the|) (day|today)',
);
const lasting = /(?:^|[^\d.])\d{1,2} ?(?:-|to)? ?\d{0,2} ?(?:h|hrs?|hours?|d|days?|wks?|weeks?)\b/;
const lastingWords = new Phrases(
  '(one|two|three|four|five|six|seven|ten|a|few|couple) (hour|hours|day|days|week|weeks|night|nights)',
);
/** Done here, before, or as a habit. */
const doneBefore = new Phrases(
  '(applied|placed|used|using|uses|wore|worn|wearing|wears|tried|had|has|have|was|were|been|ago|since|last|prior|previous|previously|removed|came|failed|continues|history|arrival|before|emla|lmx|numbing|lidocaine|anesth*|topical|ordered|dispensed|preop|occlusion)',
);

/** Whether a clause, folded, says what to do, not to do, or to expect after the injection. */
export function isHomeCare(clause: string): boolean {
  if (!speaksOfCare.in(clause) && !forbidsDoingSo(clause)) return false;
  if (calls.in(clause)) return true;
  if (doneBefore.in(clause)) return false;
  if (forbidsDoing.in(clause) || forbidsBare.open(clause) || allows.in(clause)) return true;
  const timed = later.in(clause) || lasting.test(clause) || lastingWords.in(clause) || /\btoday\b/.test(clause);
  // "Wash hair from tomorrow"
  if (timed && begins.open(clause)) return true;
  return (
    timed && (forbidsThing.in(clause) || forbidsDoingSo(clause) || (things.in(clause) && !/\btoday\b/.test(clause)))
  );
}
