// Allt här förbättrar: varje sida fungerar utan skript.
import './htmx.js';
import { startaTangenter } from './tangenter.js';
import { startaFormular } from './formular.js';
import { startaMenyer } from './menyer.js';
import { startaForhandsvisning } from './forhandsvisning.js';
import { startaNedrakning } from './nedrakning.js';
import { startaPasskeys } from './passkey.js';
import { startaUtkast } from './utkast.js';

document.documentElement.dataset.js = '';
startaMenyer();
startaTangenter();
startaFormular();
startaUtkast();
startaForhandsvisning();
startaNedrakning();
startaPasskeys();
