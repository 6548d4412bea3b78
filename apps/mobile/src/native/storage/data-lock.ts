/** Whether this program may open the data. A phone runs one of it. */
export const takeData = async (): Promise<boolean> => true;
