'use strict';
// The functions emulator wants a file here. It is never run: ../door.js hands every request over to Java.
