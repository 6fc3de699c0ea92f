// What stands in index.html comes to life here.

import { race } from './race.js';
import './agreement.js';
import './announcer.js';
import './confusion.js';
import './connection.js';
import './controls.js';
import './curves.js';
import './finding.js';
import './gallery.js';
import './lanes.js';
import './network.js';
import './settings.js';
import './theme-toggle.js';

race.follow();
