import { anyOf, phrases } from './phrases.ts';

/** What opens a clause and says nothing about the picture. Apostrophes are dropped before matching. */
export const courtesies = phrases(
  ', | and | so | but | then | also | ok | okay | hi | hey | hello | hi there | dear team | hi team | please | kindly | just',
  'never mind | nevermind | maybe | perhaps | possibly | ideally | now | next | first | firstly | second | secondly | finally | lastly | one last thing | oh',
  'can you | could you | would you | will you | can you please | would you mind | do you mind | you can | you could | can u',
  'can we | could we | should we | shall we | may we | might we | can i | could i | may i | let | lets | let us | we could | we can',
  'can | could | should | would | might | may | shall | will',
  'id like you to | i would like you to | id like to | i would like to | id love you to | id love to | i want you to | i want to',
  'wed like you to | we would like you to | wed like to | we would like to | wed love to | we want you to | we want to',
  'id need you to | i need you to | we need you to | i need to | we need to | you need to | we have to | we must | you should',
  'i should | we should | i think we should | i think you should | i think you could | i think we could | i think | we think',
  'i feel like | i feel | i feel that | i guess | i believe | i wonder if you could | i wonder if we could | i was wondering if you could',
  'would it be possible to | would it be possible to have | is it possible to | would it be ok to | it would be possible to',
  'is there any way to | is there a way to | any way to | any way we can | any way you can | any chance of | any chance you could',
  'any chance we could | any chance to | how about | what about | what if we | what if you | why dont we | why dont you',
  'dont you think we should | dont you think | do you think you could | do you think we could',
  'it would be great if you could | it would be nice if you could | it would be lovely if you could | it would be good if you could',
  'it would be great if we could | it would be nice if we could | would be great if you could | would be nice if you could',
  'it would be great to | it would be nice to | would be great to | would be nice to | would be good to | would love to',
  'try to | try and | try | feel free to | go ahead and | make sure to | make sure that | make sure you | make sure | be sure to',
  'be careful to | be careful | remember to | remember | ensure that | ensure | if possible | if you can | when you can | when you get a chance',
  'my only note is to | my only note is | my only note | the only thing is | the only thing | only thing | one thing | one more thing',
  'one small thing | small thing | quick one | tiny thing | small note | note | notes | request | client says | from the client',
  'only | really | still | actually | basically | again | besides | otherwise | instead | here | need to | needs to | want to',
  'to | wed | id | & | for the love of god | for me | for us | while you are at it | while youre at it | in the meantime | however | though | yet | plus | while',
);

/** “We'd like the cup in blue”: a state to be brought about. */
export const wantings = phrases(
  'id like | i would like | id love | i would love | id prefer | i would prefer | id rather have | id want | i want | i need',
  'wed like | we would like | wed love | we would love | wed prefer | we would prefer | we want | we need | we prefer | i prefer',
  'have | get | see | use | do | go with | go for | like | love to see | prefer | client wants | the client wants | client would like | the client would like',
  'they want | she wants | he wants | need | want | it would be great to have | it would be nice to have | would be nice to have',
);

export const negations = phrases(
  'dont | do not | never | i wouldnt | i would not | id not | id rather not | we shouldnt | you shouldnt | not to | please dont | i dont want you to | we dont want you to | i dont want to | we dont want to | no need to',
  'you dont need to | you dont have to | we dont need to | must not | mustnt | should not | shouldnt | cant | cannot | avoid | rather not | theres no need to',
);

/** Openings of a real question, after the courtesies are off. */
export const questions = phrases(
  'is | are | was | were | isnt | arent | doesnt | didnt | wasnt | why | who | whose | when | where | which | what | did | does | has | have you | have we | am i | do you | how',
);

export const doubts = phrases(
  'not sure | unsure | should we | shall we | do you think | or not | i wonder | what if | wondering | not certain | or maybe | either',
);

export const removeVerbs = phrases(
  'remove | removing | delete | deleting | erase | erasing | lose | losing | loose | get rid of | getting rid of | do away with',
  'take out | taking out | take off | taking off | take away | taking away | cut out | cutting out | edit out | editing out | paint out | painting out',
  'clone out | cloning out | retouch out | photoshop out | airbrush out | shop out | crop out | wipe out | wipe | rub out | blend out',
  'eliminate | eliminating | ditch | ditching | scrap | kill | killing | drop | clear away | leave out | leaving out | omit | strip out | hide',
  'clean out | zap | nix | bin | chuck out',
);

/** “take the spoon out”: the verb, and where its other half may stand. */
export const splitRemoveVerbs = phrases(
  'take | taking | edit | editing | cut | leave | leaving | clone | paint | get | photoshop | crop | blend | wipe | rub',
);

export const changeVerbs = phrases(
  'change | changing | adjust | adjusting | turn | turning | switch | switch out | switching | swap | swap out | swap in | swapping | convert | transform',
);

export const paintVerbs = phrases(
  'recolour | recolouring | repaint | repainting | paint | painting | colour | colouring | dye | tint | make | making | give | render | set',
);

export const replaceVerbs = phrases(
  'replace | replacing | exchange | exchanging | substitute | substituting | trade | trade out',
);

export const addVerbs = phrases(
  'add | adding | add in | insert | inserting | include | including | draw | put | putting | pop | stick | throw in | bring in | drop in | place | placing | give',
);

export const placeVerbs = phrases(
  'place | placing | put | putting | add | adding | apply | applying | insert | inserting | overlay | drop | drop in | stamp | print | stick | include | show | use',
);

export const extendVerbs = phrases(
  'extend | extending | expand | expanding | widen | widening | outpaint | uncrop | enlarge the frame | zoom out | make it wider | make this wider',
);

export const lightVerbs = phrases(
  'warm up | warm | warming up | cool down | cool | cooling down | brighten up | brighten | brightening | lighten up | lighten | light up',
  'darken | darkening | dim | dim down | desaturate | saturate | increase | raise | boost | bump up | turn up | reduce | decrease | lower | turn down | tone down',
);

export const keepLeads = phrases(
  'keep | keeping | leave | leaving | hands off | preserve | retain | maintain | nothing else | the rest | everything else | change nothing',
);

export const wishLeads = anyOf(
  removeVerbs,
  splitRemoveVerbs,
  changeVerbs,
  paintVerbs,
  replaceVerbs,
  addVerbs,
  placeVerbs,
  extendVerbs,
  lightVerbs,
  phrases('move | no | crop | fix | blur | sharpen | smooth | rotate | flip'),
);
