/** Runs in the browser before anything else. */
import { z } from 'zod';

// zod would build faster parsers with eval, tries whether it may, and the content security policy says no each time.
z.config({ jitless: true });
